import type { Ability } from '../../hosts/capabilities.ts'
import type { StartedHost } from './host.ts'

export const kinds = [
  'actions',
  'lists',
  'triggers',
  'faults',
  'limits',
  'unknown outcomes',
  'bad input',
] as const
export type Kind = (typeof kinds)[number]

/** Something that holds on every host that is able to. */
export interface Case {
  readonly kind: Kind
  readonly name: string
  readonly needs: readonly Ability[]
  /** Throws where it does not hold. */
  run(host: StartedHost): Promise<void>
}

/** The name by which a host makes an exception. */
export const titleOf = ({ kind, name }: Pick<Case, 'kind' | 'name'>) => `${kind}: ${name}`
