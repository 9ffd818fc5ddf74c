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
import { notFound, problemOf, Refusal } from '../errors.ts'
import { body, param } from '../requests.ts'
import { definitionOf } from './json.ts'
import { stored } from './stored.ts'
import { summaryOf, viewOf } from './view.ts'

const definition = record({ required: true })
const connectionId = string()

export const addWorkflows = (server: FastifyInstance, context: Context): void => {
  const { store, live, switches } = context
  const known = async (id: string | null | undefined): Promise<string | null> => {
    if (id === null || id === undefined) return null
    if (await connectionWithId(store, id)) return id
    throw notFound('connection')
  }

  server.get('/api/workflows', async () =>
    (await listWorkflows(store)).map(one => summaryOf(one, context)),
  )
  server.get('/api/workflows/:id', async request =>
    viewOf(await stored(context, param(request, 'id')), context),
  )
  server.post('/api/workflows', async (request, reply) => {
    const given = body({ definition, connectionId }, request)
    const connection = await known(given.connectionId)
    const workflow = await addWorkflow(store, definitionOf(given.definition), connection)
    live.tell({ type: 'workflows' })
    return reply.status(201).send(viewOf(workflow, context))
  })
  server.put('/api/workflows/:id', async (request, reply) => {
    const id = param(request, 'id')
    const given = body({ definition, connectionId, version: integer({ required: true }) }, request)
    const change = {
      definition: definitionOf(given.definition),
      connectionId: await known(given.connectionId),
    }
    const saved = await changeWorkflow(store, { id, version: given.version }, change)
    const now = await stored(context, id)
    const current = viewOf(now, context)
    if (!saved) return reply.status(409).send({ error: problemOf(changedElsewhere), current })
    live.tell({ type: 'workflow', version: now.version, workflow: summaryOf(now, context) })
    return current
  })
  server.delete('/api/workflows/:id', async (request, reply) => {
    const id = param(request, 'id')
    // One that is damaged can't be shown, but can be deleted.
    if (!(await workflowWithId(store, id))) throw notFound('workflow')
    await switches.turnOff(id)
    await removeWorkflow(store, id)
    live.tell({ type: 'workflows' })
    return reply.status(204).send()
  })
}

const changedElsewhere = new Refusal(
  409,
  'The workflow was changed in another tab',
  'Load that version, or overwrite it with yours.',
  'check',
)
