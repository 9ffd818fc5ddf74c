import type { FastifyInstance } from 'fastify'
import { string } from '../../../definitions/index.ts'
import { requirePublicUrl } from '../../../runtime/webhooks/index.ts'
import { countRuns, deleteRun, listRuns } from '../../../runtime/store/index.ts'
import type { AttentionView } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { body, param } from '../requests.ts'
import { clientOf, loadWorkflow, parseTriggered } from '../workflows/load.ts'
import { viewOf as workflowView } from '../workflows/view.ts'
import { findRun, viewOf } from './view.ts'
import { runQuery } from './query.ts'
import { summaryOf } from './summary.ts'

const unresolved = ['failed', 'dead', 'parked'] as const

/** Turning workflows on and off, and what has become of their events. */
export const addRuns = (server: FastifyInstance, context: Context): void => {
  const { store, activation } = context

  server.post('/api/workflows/:id/on', async request => {
    const publicUrl = body({ publicUrl: string() }, request).publicUrl ?? undefined
    const workflow = await loadWorkflow(context, param(request, 'id'))
    const { id, definition, version } = workflow
    parseTriggered(store.component, definition)
    const { connection } = await clientOf(context, workflow)
    requirePublicUrl(connection.apiDomain, publicUrl, 'publicUrl')
    const wanted = { definition, version, connectionId: connection.id }
    await activation.activate(id, { ...wanted, ...(publicUrl !== undefined && { publicUrl }) })
    return workflowView(await loadWorkflow(context, id), context)
  })
  server.post('/api/workflows/:id/off', async request => {
    const { id } = await loadWorkflow(context, param(request, 'id'))
    await activation.deactivate(id)
    return workflowView(await loadWorkflow(context, id), context)
  })
  server.get('/api/runs', async request =>
    (await listRuns(store, runQuery(request))).map(summaryOf),
  )
  server.get('/api/runs/attention', async (): Promise<AttentionView> => ({
    count: await countRuns(store, { drawn: true, kind: 'event', states: unresolved }),
  }))
  server.get('/api/runs/:id', async request =>
    viewOf(context, await findRun(store, param(request, 'id'))),
  )
  server.delete('/api/runs/:id', async (request, reply) => {
    const { id } = await findRun(store, param(request, 'id'))
    await deleteRun(store, id)
    context.events.publish({ type: 'runs' })
    return reply.status(204).send()
  })
}
