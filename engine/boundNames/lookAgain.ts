import type { ChoiceNames, MemberNames } from '../../definitions/index.ts'
import type { BoundName } from './boundNames.ts'
import type { NameUse } from './uses.ts'

/** What a name in a workflow is bound to, and what the user should know of it. */
export interface LookedUp {
  /** The name to keep beside the key. */
  readonly name: string
  /** Undefined where there is nothing to bind it to. */
  readonly bound: BoundName | undefined
  readonly problems: readonly string[]
  /** Newer names may know what these lack. */
  readonly isStale: boolean
}

/** What the name was bound to before. */
export interface Earlier {
  readonly name: string
  readonly bound: BoundName
}

const quoted = (text: string) => JSON.stringify(text)

/** Binds a name, or finds what it is bound to by its key: that stays when the name is another. */
export const lookAgain = (
  use: NameUse,
  earlier: Earlier | undefined,
  names: MemberNames,
  account: string,
): LookedUp => {
  const field = fieldOf(use, earlier, names, account)
  const { bound } = field
  const choices = bound && names.choicesOf(bound.key)
  if (!choices || !use.choices?.length) return field
  const known = earlier?.bound.key === bound.key ? earlier.bound.options : undefined
  const looked = use.choices.map(choice => choiceOf(choice, known, choices, account))
  const options = Object.fromEntries(looked.flatMap(({ entry }) => (entry ? [entry] : [])))
  return {
    ...field,
    bound: { key: bound.key, ...(Object.keys(options).length > 0 && { options }) },
    problems: [...field.problems, ...looked.flatMap(({ problem }) => problem ?? [])],
    isStale: field.isStale || looked.some(({ isStale }) => isStale),
  }
}

const fieldOf = (
  { name, reference }: NameUse,
  earlier: Earlier | undefined,
  names: MemberNames,
  account: string,
): LookedUp => {
  const found = reference ? inOutput(name, names) : names.find(name)
  const meant = 'key' in found ? found.key : undefined
  const now = names.nameOf(earlier?.bound.key ?? meant ?? '')
  // Forms write the key itself; then the name beside it is for people.
  const isKey = (earlier?.bound.key ?? meant) === name
  const before = earlier?.name ?? name
  if (now !== undefined) {
    const isRenamed = isKey
      ? earlier !== undefined && before !== now
      : earlier && meant !== earlier.bound.key
    return {
      name: isKey ? now : name,
      bound: earlier?.bound ?? { key: meant ?? name },
      problems: isRenamed ? [renamed('custom field', before, now, account)] : [],
      isStale: false,
    }
  }
  if (!earlier) {
    const problem = 'problem' in found ? found.problem : ''
    return { name, bound: undefined, problems: [problem], isStale: true }
  }
  return meant === undefined
    ? { ...earlier, problems: [deleted('custom field', before, account)], isStale: true }
    : {
        name,
        bound: { key: meant },
        problems: [reused('custom field', before, account)],
        isStale: true,
      }
}

const inOutput = (name: string, names: MemberNames) => {
  const key = names.keyOf(name)
  return key === undefined ? { problem: `there is no custom field ${quoted(name)}` } : { key }
}

interface Choice {
  readonly entry?: readonly [string, number]
  readonly problem?: string
  readonly isStale: boolean
}

const choiceOf = (
  choice: string | number,
  known: BoundName['options'] = {},
  choices: ChoiceNames,
  account: string,
): Choice => {
  if (typeof choice === 'number') {
    const label = choices.labelOf(choice)
    const [before] = Object.entries(known).find(([, id]) => id === choice) ?? []
    if (label === undefined) {
      const problem = deleted('option', before ?? String(choice), account)
      return { ...(before !== undefined && { entry: [before, choice] }), problem, isStale: true }
    }
    const isRenamed = before !== undefined && before !== label
    return {
      entry: [label, choice],
      ...(isRenamed && { problem: renamed('option', before, label, account) }),
      isStale: false,
    }
  }
  const found = choices.find(choice)
  const id = Object.hasOwn(known, choice) ? known[choice] : undefined
  const now = id === undefined ? undefined : choices.labelOf(id)
  if (id !== undefined && now !== undefined) {
    const isSame = 'key' in found && found.key === id
    return {
      entry: [choice, id],
      ...(!isSame && { problem: renamed('option', choice, now, account) }),
      isStale: false,
    }
  }
  if ('key' in found)
    return {
      entry: [choice, found.key],
      ...(id !== undefined && { problem: reused('option', choice, account) }),
      isStale: id !== undefined,
    }
  return id === undefined
    ? { problem: found.problem, isStale: true }
    : { entry: [choice, id], problem: deleted('option', choice, account), isStale: true }
}

type What = 'custom field' | 'option'

const renamed = (what: What, before: string, now: string, account: string) =>
  `the ${what} ${quoted(before)} is now called ${quoted(now)} in ${account}; the workflow still uses it`

export const deleted = (what: What, name: string, account: string): string =>
  `the ${what} ${quoted(name)} was deleted in ${account}, or is of another account; remove it here, or choose another`

const reused = (what: What, name: string, account: string) =>
  `the ${what} ${quoted(name)} was deleted in ${account}; another one now has this name, and is used from now on`
