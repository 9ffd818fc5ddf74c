import type { Component } from '../../definitions/index.ts'

/** The parts of a node's type, such as `fake/v1/addNote`. */
export interface OperationType {
  readonly component: string
  /** With its letter: `v1`. */
  readonly version: string
  /** Absent from the types that control the flow. */
  readonly operation?: string | undefined
}

/** Undefined where the text is no type. */
export const parseType = (type: unknown): OperationType | undefined => {
  const [, component, version, operation] =
    /^([^/]+)\/([^/]+)(?:\/([^/]+))?$/.exec(typeof type === 'string' ? type : '') ?? []
  return component === undefined || version === undefined
    ? undefined
    : { component, version, operation }
}

/** The type of a node that runs this operation. */
export const typeOf = (
  { name, version }: Pick<Component, 'name' | 'version'>,
  operation: string,
): string => `${name}/v${version}/${operation}`
