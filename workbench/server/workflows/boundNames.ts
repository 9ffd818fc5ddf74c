import { ComponentError, type Exchange } from '../../../definitions/index.ts'
import {
  bindNames,
  driveSync,
  openMeter,
  type BoundNames,
  type BoundWorkflow,
} from '../../../engine/index.ts'
import type { NameWarning, NodeJson, WorkflowJson } from '../../api/index.ts'
import { findConnection } from '../connections/clients.ts'
import type { Context } from '../context.ts'

/** A workflow is saved and shown soon, whether the account answers or not. */
const maxWaitMs = 3_000

export interface BoundDefinition {
  readonly definition: WorkflowJson
  /** What has become of the names of custom fields and options in it. */
  readonly warnings: readonly NameWarning[]
}

interface Saved {
  readonly definition: WorkflowJson
  readonly connectionId: string | null
}

/**
 * The definition with the keys of the names in it, as far as the account can be asked. In the same
 * account, what was bound before stays bound to the same.
 */
export const bindDefinition = async (
  context: Pick<Context, 'store' | 'clients' | 'sandbox'>,
  { definition, connectionId }: Saved,
  before?: Saved,
): Promise<BoundDefinition> => {
  const isMoved = before !== undefined && before.connectionId !== connectionId
  const nodes = nodesOf(definition).map(node => (isMoved ? withoutNames(node) : node))
  const earlier = before && !isMoved ? nodesOf(before.definition) : []
  const work = (fresh: boolean) => bindNames(context.store.component, nodes, earlier, fresh)
  const bound =
    (connectionId === null ? undefined : await ask(context, connectionId, work)) ??
    driveSync(work(false), unreachable)
  const withNames = (node: NodeJson) => named(node, bound.boundNames.get(node.name))
  const unread = connectionId === null || bound.failure === undefined ? [] : [unreadable]
  const { triggers, tasks } = definition
  return {
    definition: { ...definition, triggers: triggers.map(withNames), tasks: tasks.map(withNames) },
    warnings: [...bound.warnings, ...unread],
  }
}

/** Undefined where the account can't be asked in time. */
const ask = async (
  { store, clients, sandbox }: Pick<Context, 'store' | 'clients' | 'sandbox'>,
  connectionId: string,
  work: (fresh: boolean) => Exchange<BoundWorkflow>,
): Promise<BoundWorkflow | undefined> => {
  try {
    const { clientId } = await findConnection(store, connectionId)
    const client = await clients.of(connectionId)
    const { run } = openMeter({ client, signal: AbortSignal.timeout(maxWaitMs) })
    // Asking the sandbox costs nothing.
    return await run(work(clientId === sandbox.app.clientId))
  } catch {
    return undefined
  }
}

const unreachable = (): never => {
  throw new ComponentError('the account was not asked', { recovery: 'retry' })
}

const unreadable: NameWarning = {
  node: '',
  path: '',
  problem: 'Whether custom fields were renamed or deleted could not be checked.',
}

const nodesOf = ({ triggers, tasks }: WorkflowJson) => [...triggers, ...tasks]

const withoutNames = (node: NodeJson): NodeJson => named(node, undefined)

const named = (node: NodeJson, boundNames: BoundNames | undefined): NodeJson => {
  const { boundNames: before, ...metadata } = node.metadata ?? {}
  if (boundNames) return { ...node, metadata: { ...metadata, boundNames } }
  if (!before) return node
  const { metadata: _, ...rest } = node
  return Object.keys(metadata).length > 0 ? { ...node, metadata } : rest
}
