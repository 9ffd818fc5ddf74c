import {
  isRecord,
  type Option,
  type OptionsDataSource,
  type Properties,
  type Property,
} from '../../definitions/index.ts'
import { optionsSources } from './optionsSources.ts'

type Source = OptionsDataSource<unknown>

/** The choices below a dynamic property. */
export interface MemberSources {
  /** By the path in the operation, with the key of a member or its label, in any case. */
  get(path: string): Source | undefined
  /** Paths for people: with labels, and with a key only where others have the same label. */
  readonly paths: readonly string[]
}

/** Reads the members of a dynamic property at a path, and what there is to choose from in them. */
export const memberSources = (group: string, members: Properties): MemberSources => {
  const rows = Object.entries(members).flatMap(([key, property]) => {
    const { label = key } = property
    return [...choicesOf(key, property)].map(([path, source]) => ({
      path: `${group}.${path}`,
      named: `${group}.${label}${path.slice(key.length)}`,
      source,
    }))
  })
  const called = (path: string) =>
    rows.filter(({ named }) => named.toLowerCase() === path.toLowerCase())
  return {
    get(path) {
      const [only, ...others] = called(path)
      return (
        rows.find(row => row.path === path)?.source ??
        (others.length === 0 ? only?.source : undefined)
      )
    },
    paths: rows.map(({ path, named }) => (called(named).length === 1 ? named : path)),
  }
}

/** Members were read from the account a moment ago, and so were the choices that came with them. */
const choicesOf = (key: string, property: Property): ReadonlyMap<string, Source> => {
  const { options } = property
  return property.type !== 'BOOLEAN' && options
    ? new Map([[key, fixed(key, options.map(choice))]])
    : optionsSources({ properties: { [key]: property } })
}

const choice = (given: unknown): Option<unknown> =>
  isRecord(given)
    ? { label: String(given['label']), value: given['value'] }
    : { label: String(given), value: given }

const fixed = (name: string, all: readonly Option<unknown>[]): Source => ({
  name,
  *options({ value, search = '' }) {
    const wanted = search.toLowerCase()
    return {
      options: all.filter(option =>
        value === undefined ? option.label.toLowerCase().includes(wanted) : option.value === value,
      ),
    }
  },
})
