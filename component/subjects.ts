import type { RecordKind, RecordPage, Subject } from '../definitions/index.ts'

/** Pages of Pipedrive's web app, and plurals that are not the singular and an s. */
const known: Readonly<Record<string, Partial<RecordKind>>> = {
  activity: { pluralTitle: 'Activities' },
  deal: { path: '/deal/{id}' },
  lead: { path: '/leads/inbox/{id}' },
  organization: { path: '/organization/{id}' },
  person: { path: '/person/{id}' },
}

const verbs: Readonly<Record<string, string>> = { new: 'create', updated: 'change' }

interface Named {
  readonly name: string
  /** Present on actions that return rows. */
  readonly list?: unknown
}

/** What the name of an operation says: `getDealDetails` gets a deal, `newDeal` tells of a new one. */
export const subjectOf = ({ name, list }: Named): Subject => {
  const [, first = name, noun = ''] = /^([a-z]+(?:Or[A-Z][a-z]+)?)([A-Z].*)?$/.exec(name) ?? []
  const one = list === undefined ? noun.replace(/Details$/, '') : noun.replace(/s$/, '')
  const verb = first === 'get' && list !== undefined ? 'list' : (verbs[first] ?? first)
  return { record: one.charAt(0).toLowerCase() + one.slice(1), verb }
}

type Operations = readonly Named[]

export const subjectsOf = (operations: Operations): Readonly<Record<string, Subject>> =>
  Object.fromEntries(operations.map(operation => [operation.name, subjectOf(operation)]))

export const recordsOf = (operations: Operations): Readonly<Record<string, RecordKind>> =>
  Object.fromEntries(
    operations.map(operation => {
      const { record } = subjectOf(operation)
      const words = record.replace(/[A-Z]/g, letter => ` ${letter}`)
      const title = words.charAt(0).toUpperCase() + words.slice(1)
      return [record, { title, pluralTitle: `${title}s`, ...known[record] }]
    }),
  )

/** Where people see what an operation has put out. What an action has deleted has no page any more. */
export const recordPagesOf = (
  operations: Operations,
  record: string,
): Readonly<Record<string, RecordPage>> =>
  Object.fromEntries(
    operations.flatMap(operation => {
      const subject = subjectOf(operation)
      const path = known[subject.record]?.path
      if (path === undefined || subject.verb === 'delete') return []
      return [[operation.name, { kind: `${subject.record}s`, path, record }]]
    }),
  )
