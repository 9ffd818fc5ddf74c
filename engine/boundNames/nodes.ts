import type { Component } from '../../definitions/index.ts'
import { parseType } from '../workflows/operationType.ts'
import type { Named } from './uses.ts'

/** A node as it stands in the JSON of a workflow. */
export interface BindableNode {
  readonly name: string
  readonly type: string
  readonly parameters?: unknown
  readonly metadata?: object
}

/** Undefined where it is none that the component has. */
export const operationNamed = (
  { actions, triggers }: Component,
  { type }: Pick<BindableNode, 'type'>,
): Named | undefined => {
  const operation = parseType(type)?.operation
  return [...actions, ...triggers].find(({ name }) => name === operation)
}
