import { InputError, isRecord, member, type Component } from '../../../definitions/index.ts'
import { parseWorkflow, requireWorkflowSize } from '../../../engine/index.ts'
import type { Connection } from '../../../runtime/connections/index.ts'
import type { Client } from '../../../runtime/index.ts'
import { workflowWithId, type Store, type StoredWorkflow } from '../../../runtime/store/index.ts'
import type { TriggeredWorkflow } from '../../../runtime/webhooks/index.ts'
import type { NodeJson, WorkflowJson } from '../../api/index.ts'
import { findConnection, type Clients } from '../connections/clients.ts'
import { HttpError, notFound } from '../errors.ts'

export type SavedWorkflow = StoredWorkflow & { readonly definition: WorkflowJson }

/** The workflow with this id as the page has saved it. */
export const loadWorkflow = async (
  { store }: { readonly store: Store },
  id: string,
): Promise<SavedWorkflow> => {
  const workflow = await workflowWithId(store, id)
  if (!workflow) throw notFound('workflow')
  const { definition, ...rest } = workflow
  return { ...rest, samples: ownSamples(workflow), definition: parseDefinition(definition) }
}

/** What nodes have put out in another account is no example of what they do in this one. */
const ownSamples = ({ samples, sampleConnections, connectionId }: StoredWorkflow) =>
  Object.fromEntries(
    Object.entries(samples).filter(
      ([name]) => (sampleConnections[name] ?? connectionId) === connectionId,
    ),
  )

/** What the connection of a workflow leads to. */
export const clientOf = async (
  { store, clients }: { readonly store: Store; readonly clients: Clients },
  { connectionId }: Pick<StoredWorkflow, 'connectionId'>,
): Promise<{ readonly connection: Connection; readonly client: Client }> => {
  if (connectionId === null)
    throw new HttpError(400, 'No connection selected', 'Choose one, or connect to the sandbox.')
  const connection = await findConnection(store, connectionId)
  return { connection, client: await clients.of(connectionId) }
}

/** A workflow that can be on. Throws an `InputError` with what prevents that. */
export const parseTriggered = (component: Component, definition: unknown): TriggeredWorkflow => {
  const workflow = parseWorkflow(component, definition)
  const { trigger } = workflow
  if (trigger) return { ...workflow, trigger }
  throw new InputError('triggers', 'the workflow has no trigger', 'Add one, or run it manually.')
}

const isNode = (value: unknown): value is NodeJson =>
  ['name', 'label', 'type'].every(key => typeof member(value, key) === 'string') &&
  isRecord(member(value, 'parameters'))

const isNodes = (value: unknown): value is readonly NodeJson[] =>
  Array.isArray(value) && value.every(isNode)

/** What the page can show and the store can keep; whether it can run is another question. */
const isWorkflowJson = (value: unknown): value is WorkflowJson =>
  typeof member(value, 'label') === 'string' &&
  isNodes(member(value, 'triggers')) &&
  isNodes(member(value, 'tasks'))

/** Throws an `InputError` where the page or the engine could not follow it to its end. */
export const parseDefinition = (definition: unknown): WorkflowJson => {
  requireWorkflowSize(definition)
  if (isWorkflowJson(definition)) return definition
  throw new HttpError(
    400,
    'This is not a workflow',
    'A workflow has a label, triggers and tasks, each of these with a name, label, type and parameters.',
  )
}
