import { InputError, type Action, type Component } from '../../definitions/index.ts'
import { toolNameOf } from './toolNames.ts'

/** Which of a component's operations agents may use. */
export interface ToolChoice {
  /** Only tools that change nothing. */
  readonly readOnly?: boolean
  /** Only tools about these records, such as `deals`, or of these names. */
  readonly only?: readonly string[]
  /** Deleting is off unless it is allowed. */
  readonly allowDelete?: boolean
}

/** An option of the start for which an action is no tool. */
export interface Reason {
  readonly why: string
  /** How the server would have to be started. */
  readonly remedy: string
}

/** What is to be known of an action that is no tool; empty for one that is. */
export const leftOutBy = (
  component: Component,
  action: Action,
  choice: ToolChoice,
): readonly Reason[] => {
  const { only } = choice
  if (only === undefined || isAbout(component, action, only)) return forbiddenBy(action, choice)
  const name = toolNameOf(action.name)
  const notNamed = {
    why: startedWith(`--only ${only.join(',')}`),
    remedy: `with ${name} in --only`,
  }
  return [...forbiddenBy(action, choice), notNamed]
}

const forbiddenBy = (
  { effect }: Action,
  { readOnly = false, allowDelete = false }: ToolChoice,
): readonly Reason[] => [
  ...(readOnly && effect !== 'read'
    ? [{ why: startedWith('--read-only'), remedy: 'without --read-only' }]
    : []),
  ...(!allowDelete && effect === 'delete'
    ? [{ why: 'deleting is off', remedy: 'with --allow delete' }]
    : []),
]

export const startedWith = (option: string): string => `the server was started with ${option}`

/** Throws an `InputError` where nothing is left of what `only` asks for, or of everything. */
export const requireTools = (component: Component, choice: ToolChoice): void => {
  const all = [...component.actions, component.customAction]
  for (const word of choice.only ?? []) {
    const asked = all.filter(action => isAbout(component, action, [word]))
    if (asked.length === 0)
      throw new InputError(
        '--only',
        `there are no tools about "${word}"`,
        `There are ${recordsOf(component).join(', ')}, and each tool by its name.`,
      )
    const reasons = asked.map(action => forbiddenBy(action, choice))
    if (reasons.every(some => some.length > 0))
      throw new InputError(
        '--only',
        `nothing is left of "${word}": ${whyOf(reasons.flat())}`,
        startRemedy('Start it', reasons.flat()),
      )
  }
  if (all.every(action => leftOutBy(component, action, choice).length > 0))
    throw new InputError('--read-only', 'there are no tools that change nothing')
}

export const whyOf = (reasons: readonly Reason[]): string =>
  [...new Set(reasons.map(({ why }) => why))].join(', and ')

export const startRemedy = (start: string, reasons: readonly Reason[]): string =>
  `${start} ${[...new Set(reasons.map(({ remedy }) => remedy))].join(' and ')}.`

/** What can be asked for with `only`: records that actions are about. */
const recordsOf = (component: Component): readonly string[] => [
  ...new Set(
    component.actions.flatMap(({ name }) => {
      const record = recordOf(component, name)
      return record === undefined ? [] : [record]
    }),
  ),
]

const isAbout = (component: Component, { name }: Action, only: readonly string[]): boolean => {
  const record = recordOf(component, name)
  return only.includes(toolNameOf(name)) || (record !== undefined && only.includes(record))
}

/** Of `addDeal`, `deals`. */
const recordOf = ({ records = {}, subjects = {} }: Component, name: string): string | undefined =>
  records[subjects[name]?.record ?? '']?.pluralTitle.toLowerCase().replaceAll(' ', '_')
