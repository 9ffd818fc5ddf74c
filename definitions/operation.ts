import type { OutputOf, Properties, Property } from './property.ts'

/** What an operation does to the account; agents and hosts derive their flags from it. */
export type Effect = 'read' | 'create' | 'update' | 'delete' | 'write'

export interface Operation<P extends Properties, O extends Property> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly properties: P
  /** At least one of these groups of paths must be filled in. */
  readonly anyOf?: readonly (readonly string[])[]
  readonly output: O
  /** A realistic output, for forms that have nothing real to show yet. */
  readonly sampleOutput: OutputOf<O>
}
