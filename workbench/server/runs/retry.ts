import type { FastifyInstance } from 'fastify'
import { parseWorkflow } from '../../../engine/index.ts'
import { claimRun, keepVersion, retryRun, runOf } from '../../../runtime/store/index.ts'
import type { RunSummary } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { HttpError } from '../errors.ts'
import { param } from '../requests.ts'
import { clientOf, loadWorkflow, type SavedWorkflow } from '../workflows/load.ts'
import { findRun } from './view.ts'
import { finishRun } from './finishRun.ts'
import { summaryOf } from './summary.ts'

/** Lets a run that has stopped go on: at its workflow if that is on, or else right here. */
export const addRetry = (server: FastifyInstance, context: Context): void => {
  const { store, activation, events, tasks } = context

  server.post('/api/runs/:id/retry', async (request): Promise<RunSummary> => {
    const { id, workflow: key, connectionId } = await findRun(store, param(request, 'id'))
    const workflow = await loadWorkflow(context, key)
    requireSameAccount(connectionId, workflow)
    const tell = async () => {
      const run = summaryOf(await runOf(store, id))
      events.publish({ type: 'run', run })
      return run
    }
    const here = async () => {
      const parsed = parseWorkflow(store.component, workflow.definition)
      const { client } = await clientOf(context, workflow)
      await retryRun(store, id)
      await keepVersion(store, key, workflow.version, workflow.definition)
      const run = await claimRun(store, id, workflow.version)
      if (!run) return
      const options = { store, client, workflow: parsed, onStep: () => void tell() }
      tasks.add(finishRun(options, run, tasks.signal).then(tell))
    }
    if (!workflow.active) await here()
    else {
      await retryRun(store, id)
      activation.wake(key)
    }
    return tell()
  })
}

/** Ids of records mean nothing in another account. */
const requireSameAccount = (ran: string | null, { active, connectionId }: SavedWorkflow): void => {
  const now = active?.connectionId ?? connectionId
  if (ran === null || ran === now) return
  throw new HttpError(
    409,
    'This run used another account than the workflow uses now',
    'Choose that connection in the workflow again, then resume the run.',
  )
}
