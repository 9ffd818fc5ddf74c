import { InputError, isRecord, member, string } from '../definitions/index.ts'
import { bareText, fold } from './text.ts'

/** What is to become of a list of a record that is updated. */
export type ListChange = 'add' | 'replace' | 'remove'

/** Beside a list of an update, by its path: the API replaces the whole list by the one that it is given. */
export const listChange = (label: string, list: string) =>
  string({
    belongsTo: list,
    label: `${label}: Change`,
    description:
      'add: keeps what the record has, and adds what is given. replace: only what is given stays. remove: what is given is taken away.',
    options: ['add', 'replace', 'remove'],
    defaultValue: 'add',
  })

type Given<T> = readonly T[] | null | undefined

/** Whether the list of the record is needed to make the new one. */
export const needsRecord = (given: Given<unknown>, change: ListChange): boolean =>
  given !== undefined && given !== null && given.length > 0 && change !== 'replace'

/** The list to send; undefined leaves the one of the record alone, and null empties it. */
export const changedIds = <Id extends number | string>(
  before: unknown,
  given: Given<Id>,
  change: ListChange,
): readonly unknown[] | undefined => {
  if (given === undefined) return undefined
  if (given === null) return []
  const distinct = [...new Set(given)]
  if (change === 'replace') return distinct
  if (given.length === 0) return undefined
  const others = listOf(before).filter(id => !given.some(one => one === id))
  return change === 'remove' ? others : [...others, ...distinct]
}

interface Contact {
  readonly value: string
  readonly primary?: boolean
  readonly label?: string
}

/** The same for e-mail addresses and phone numbers, of which one is the primary one. */
export const changedContacts = (
  before: unknown,
  given: Given<Contact>,
  change: ListChange,
  isSame: (a: string, b: string) => boolean,
): readonly unknown[] | undefined => {
  if (given === undefined) return undefined
  if (given === null) return []
  if (change === 'replace') return given
  if (given.length === 0) return undefined
  const givenFor = (contact: unknown) =>
    given.find(({ value }) => isSame(value, String(member(contact, 'value'))))
  const kept = listOf(before)
  if (change === 'remove') return withPrimary(kept.filter(contact => !givenFor(contact)))
  const hasPrimary = given.some(({ primary }) => primary === true)
  const isNew = ({ value }: Contact, index: number) =>
    !kept.some(contact => isSame(value, String(member(contact, 'value')))) &&
    given.findIndex(other => isSame(other.value, value)) === index
  return [
    ...kept.map(contact => ({
      ...(isRecord(contact) && contact),
      ...(hasPrimary && { primary: false }),
      ...givenFor(contact),
    })),
    ...given.filter(isNew),
  ]
}

/** The first takes the place of a primary one that was taken away. */
const withPrimary = (contacts: readonly unknown[]): readonly unknown[] =>
  contacts.some(contact => member(contact, 'primary') === true)
    ? contacts
    : contacts.map((contact, index) =>
        index === 0 && isRecord(contact) ? { ...contact, primary: true } : contact,
      )

const listOf = (value: unknown): readonly unknown[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list
}

export const isSameEmail = (a: string, b: string): boolean => fold(a.trim()) === fold(b.trim())

/** Spaces, brackets and dashes say nothing; letters do, as in 1-800-FLOWERS. */
export const isSamePhone = (a: string, b: string): boolean => bareText(a) === bareText(b)

const changes: Readonly<Record<string, string>> = {
  label_ids: 'label_change',
  email: 'email_change',
  phone: 'phone_change',
}

/** A change that changes nothing is a mistake of the workflow, as is a list without an entry. */
export const requireChange = (path: string, given: unknown, body: object): void => {
  if (!Object.values(body).every(isNothing)) return
  const empty = Object.keys(changes).filter(name => listIn(given, name)?.length === 0)
  if (empty.length === 0) throw new InputError(path, 'has nothing to change')
  throw new InputError(
    empty.map(name => ({
      path: `${path}.${name}`,
      problem: `is empty, so there is nothing to change; give ${changes[name]}: "replace" to empty the list of the ${path}`,
    })),
  )
}

const isNothing = (value: unknown) =>
  value === undefined || (isRecord(value) && Object.keys(value).length === 0)

const listIn = (given: unknown, name: string): readonly unknown[] | undefined => {
  const list = member(given, name)
  return Array.isArray(list) ? list : undefined
}
