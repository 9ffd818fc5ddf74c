import { closest } from 'fastest-levenshtein'
import { pipedrive } from '../component/index.ts'
import { InputError, type Action, type Trigger } from '../definitions/index.ts'

const actions = [...pipedrive.actions, pipedrive.customAction]

const find = <T extends { readonly name: string }>(
  kind: string,
  all: readonly T[],
  name: string,
) => {
  const found = all.find(operation => operation.name === name)
  if (found) return found
  const near = closest(
    name,
    all.map(operation => operation.name),
  )
  throw new InputError('', `there is no ${kind} "${name}"`, `Did you mean ${near}?`)
}

export const actionNamed = (name: string): Action => find('action', actions, name)
export const triggerNamed = (name: string): Trigger => find('trigger', pipedrive.triggers, name)
export const operationNamed = (name: string): Action | Trigger =>
  find<Action | Trigger>('operation', [...actions, ...pipedrive.triggers], name)
