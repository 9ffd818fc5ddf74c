import {
  all,
  InputError,
  type Component,
  type Exchange,
  type Option,
  type Problem,
} from '../../definitions/index.ts'
import { shorten } from '../input/shorten.ts'
import { withValue, type GivenName } from './namesIn.ts'
import { pageOf, parseRecordUrl } from './recordUrl.ts'

/** What a name in an input has been taken for. */
export interface ResolvedName {
  /** Of the property, such as `deal.person_id`. */
  readonly path: string
  /** As it was given. */
  readonly text: string
  readonly id: unknown
  readonly label: string
  /** The page of the record; absent where it has none. */
  readonly link?: string
}

interface Named {
  readonly input: unknown
  readonly resolved: readonly ResolvedName[]
}

/**
 * Puts ids in the place of names, e-mail addresses and addresses of pages. Throws an `InputError`
 * that names those that nothing or several records go by.
 */
export function* resolveNames(
  component: Component,
  input: unknown,
  names: readonly GivenName[],
): Exchange<Named> {
  const resolved: ResolvedName[] = []
  const problems: Problem[] = []
  let known = input
  // A list that depends on another choice waits until that is known.
  for (let left = names; left.length > 0;) {
    const now = left.filter(({ source: { optionsLookupDependsOn: paths = [] } }) =>
      left.every(({ path }) => !paths.includes(path)),
    )
    const round = now.length > 0 ? now : left
    left = left.filter(name => !round.includes(name))
    const found = yield* all(distinct(round).map(name => lookUp(component, name, known)))
    for (const [at, name] of distinct(round).entries()) {
      const same = round.filter(one => isSame(one, name))
      for (const { path, keys } of same) {
        const { one, problem } = found[at] ?? {}
        if (!one) problems.push({ path, problem: problem ?? '' })
        else {
          known = withValue(known, keys, one.id)
          resolved.push({ ...one, path })
        }
      }
    }
    if (problems.length > 0) throw new InputError(problems)
  }
  return { input: known, resolved }
}

const isSame = (one: GivenName, other: GivenName): boolean =>
  one.source === other.source && one.text === other.text

const distinct = (names: readonly GivenName[]): readonly GivenName[] =>
  names.filter((name, at) => names.findIndex(other => isSame(name, other)) === at)

type Found =
  | { readonly one: Omit<ResolvedName, 'path'>; readonly problem?: never }
  | { readonly one?: never; readonly problem: string }

function* lookUp(component: Component, name: GivenName, input: unknown): Exchange<Found> {
  const { text, source } = name
  const url = parseRecordUrl(text, component.records)
  const options = url
    ? yield* atUrl(component, name, url, input)
    : yield* source.byName.find(text, { input })
  if (typeof options === 'string') return { problem: options }
  const kind = component.records?.[source.record ?? '']
  const origin = options.length > 0 && kind?.path ? yield* originOf(component) : undefined
  const link = ({ value }: Option<unknown>) =>
    origin === undefined ? undefined : pageOf(origin, kind, value)
  const [one, ...others] = options
  if (!one) return { problem: `there is no ${nounOf(component, name)}${lookedFor(name)}` }
  if (others.length > 0) return { problem: `${shown(text)} may be ${listed(options, link)}` }
  const page = link(one)
  return { one: { text, id: one.value, label: one.label, ...(page && { link: page }) } }
}

/** A link is welcome, and not worth an error. */
function* originOf({ webOrigin }: Component): Exchange<string | undefined> {
  try {
    return webOrigin && (yield* webOrigin())
  } catch {
    return undefined
  }
}

/** The record of a page, or why it is not what is wanted. */
function* atUrl(
  component: Component,
  name: GivenName,
  { origin, record, id }: NonNullable<ReturnType<typeof parseRecordUrl>>,
  input: unknown,
): Exchange<readonly Option<unknown>[] | string> {
  const { text, source } = name
  const wanted = nounOf(component, name)
  const given = component.records?.[record ?? '']
  if (id === undefined || !given) return `${shown(text)} is the address of no record`
  if (record !== source.record)
    return `${shown(text)} is the address of ${withArticle(given.title.toLowerCase())}, but ${withArticle(wanted)} is needed`
  const own = component.webOrigin && (yield* component.webOrigin())
  if (own !== undefined && own.toLowerCase() !== origin)
    return `${shown(text)} is a page of another account; this one is ${own}`
  const value = Number.isNaN(Number(id)) ? id : Number(id)
  return (yield* source.options({ input, value })).options
}

const withArticle = (noun: string): string => `${/^[aeiou](?!ser)/.test(noun) ? 'an' : 'a'} ${noun}`

const shown = (text: string): string => JSON.stringify(shorten(text))

const nounOf = ({ records }: Component, { source, label }: GivenName): string =>
  (records?.[source.record ?? '']?.title ?? (label || 'record')).toLowerCase()

const lookedFor = ({ text, source }: GivenName): string => {
  const late = source.searchable ? '; one that was added a moment ago may not be found yet' : ''
  return ` whose ${source.byName.compares} is ${shown(text)}${late}`
}

const maxListed = 6

const listed = (
  options: readonly Option<unknown>[],
  link: (option: Option<unknown>) => string | undefined,
): string => {
  const lines = options.slice(0, maxListed).map(option => {
    const page = link(option)
    return `${String(option.value)} (${shorten(option.label)}${page ? `, ${page}` : ''})`
  })
  const more = options.length - lines.length
  return [...lines, ...(more > 0 ? [`${more} more`] : [])].join(' or ')
}
