import {
  closest,
  InputError,
  type Action,
  type Component,
  type Trigger,
} from '../../definitions/index.ts'

const find = <T extends { readonly name: string }>(
  kind: string,
  all: readonly T[],
  name: string,
) => {
  const found = all.find(operation => operation.name === name)
  if (found) return found
  const names = all.map(operation => operation.name)
  const near = closest(name, names)
  const hint = near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`
  throw new InputError('', `there is no ${kind} "${name}"`, hint)
}

const allActions = ({ actions, customAction }: Component): readonly Action[] => [
  ...actions,
  customAction,
]

/** Each throws an `InputError` that names the nearest operation, or all. */
export const findAction = (component: Component, name: string): Action =>
  find('action', allActions(component), name)
export const findTrigger = (component: Component, name: string): Trigger =>
  find('trigger', component.triggers, name)
export const findOperation = (component: Component, name: string): Action | Trigger =>
  find<Action | Trigger>('operation', [...allActions(component), ...component.triggers], name)
