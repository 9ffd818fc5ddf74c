import type { FastifyInstance } from 'fastify'
import { integer, record, string } from '../../../definitions/index.ts'
import {
  addWorkflow,
  changeWorkflow,
  listWorkflows,
  removeWorkflow,
  workflowWithId,
} from '../../../runtime/store/index.ts'
import { connectionWithId } from '../../../runtime/connections/index.ts'
import type { Context } from '../context.ts'
import { notFound, problemOf, HttpError } from '../errors.ts'
import { body, param } from '../requests.ts'
import { bindDefinition } from './boundNames.ts'
import { parseDefinition, loadWorkflow } from './load.ts'
import { summaryOf, viewOf } from './view.ts'

const definition = record({ required: true })
const connectionId = string()

export const addWorkflows = (server: FastifyInstance, context: Context): void => {
  const { store, events, activation } = context
  const known = async (id: string | null | undefined): Promise<string | null> => {
    if (id === null || id === undefined) return null
    if (await connectionWithId(store, id)) return id
    throw notFound('connection')
  }

  server.get('/api/workflows', async () =>
    (await listWorkflows(store)).map(one => summaryOf(one, context)),
  )
  server.get('/api/workflows/:id', async request =>
    viewOf(await loadWorkflow(context, param(request, 'id')), context),
  )
  server.post('/api/workflows', async (request, reply) => {
    const given = body({ definition, connectionId }, request)
    const connection = await known(given.connectionId)
    const added = { definition: parseDefinition(given.definition), connectionId: connection }
    const bound = await bindDefinition(context, added)
    const workflow = await addWorkflow(store, bound.definition, connection)
    events.publish({ type: 'workflows' })
    return reply.status(201).send(await viewOf(workflow, context, bound.warnings))
  })
  server.put('/api/workflows/:id', async (request, reply) => {
    const id = param(request, 'id')
    const given = body({ definition, connectionId, version: integer({ required: true }) }, request)
    const change = {
      definition: parseDefinition(given.definition),
      connectionId: await known(given.connectionId),
    }
    const bound = await bindDefinition(context, change, await loadWorkflow(context, id))
    const toSave = { ...change, definition: bound.definition }
    const saved = await changeWorkflow(store, { id, version: given.version }, toSave)
    const now = await loadWorkflow(context, id)
    if (!saved)
      return reply
        .status(409)
        .send({ error: problemOf(changedElsewhere), current: await viewOf(now, context) })
    events.publish({ type: 'workflow', version: now.version, workflow: summaryOf(now, context) })
    return viewOf(now, context, bound.warnings)
  })
  server.delete('/api/workflows/:id', async (request, reply) => {
    const id = param(request, 'id')
    // One that is damaged can't be shown, but can be deleted.
    if (!(await workflowWithId(store, id))) throw notFound('workflow')
    await activation.deactivate(id)
    await removeWorkflow(store, id)
    events.publish({ type: 'workflows' })
    return reply.status(204).send()
  })
}

const changedElsewhere = new HttpError(
  409,
  'The workflow was changed in another tab',
  'Load that version, or overwrite it with yours.',
  'check',
)
