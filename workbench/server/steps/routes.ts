import type { FastifyInstance } from 'fastify'
import { InputError, integer, record, string } from '../../../definitions/index.ts'
import { isLoopback } from '../../../runtime/index.ts'
import { findTrigger, parseWorkflow } from '../../../engine/index.ts'
import { requirePublicUrl } from '../../../runtime/webhooks/index.ts'
import { keepVersion, runOf, saveSample } from '../../../runtime/store/index.ts'
import type { Connection } from '../../../runtime/connections/index.ts'
import type { Context } from '../context.ts'
import { HttpError } from '../errors.ts'
import { body, param } from '../requests.ts'
import { summaryOf } from '../runs/summary.ts'
import { answerLines } from '../streams.ts'
import { clientOf, loadWorkflow } from '../workflows/load.ts'
import { simulate } from './event.ts'
import { nodeToTest } from './node.ts'
import { givenSteps, knownOutputs, literalRecord, upTo } from './part.ts'
import { pastEvent } from './pastEvent.ts'
import { eventSource, runNow, takeEvent } from './run.ts'
import { testNode } from './test.ts'

const required = { required: true } as const

const manualRun = { event: string(), runId: integer(), from: string(), until: string() }

export const addSteps = (server: FastifyInstance, context: Context): void => {
  const { store, receiver, events, tasks } = context

  server.post('/api/workflows/:id/test', async (request, reply) => {
    const given = body({ node: string(required), publicUrl: string(), input: record() }, request)
    const publicUrl = given.publicUrl ?? undefined
    const workflow = await loadWorkflow(context, param(request, 'id'))
    const saved = nodeToTest(store.component, workflow, given.node)
    const node =
      'action' in saved && given.input
        ? { ...saved, parameters: literalRecord(given.input) }
        : saved
    const { connection, client } = await clientOf(context, workflow)
    if ('trigger' in node) requirePublicUrl(connection.apiDomain, publicUrl, 'publicUrl')
    return answerLines(reply, tasks, async (emit, signal) => {
      const result = await testNode(node, { client, receiver, signal, emit }, publicUrl)
      if (!('error' in result))
        await saveSample(store, workflow.id, node.name, result.output, connection.id)
    })
  })

  server.post('/api/workflows/:id/run', async (request, reply) => {
    const given = body(manualRun, request)
    const source = eventSource(given.event)
    const workflow = await loadWorkflow(context, param(request, 'id'))
    const part = upTo(workflow.definition, given)
    const parsed = parseWorkflow(store.component, part)
    const { connection, client } = await clientOf(context, workflow)
    const outputs = await knownOutputs(store, workflow, connection.id, given)
    const steps = givenSteps(parsed, part, outputs, given, source === 'pinned')
    const hasEvent = !parsed.trigger || steps.some(({ name }) => name === parsed.trigger?.name)
    if (source === 'pinned' && !hasEvent)
      throw new InputError('event', 'no event is pinned', 'Pin one, or choose another event.')
    if (source === 'cause' && !hasEvent) requireSandbox(connection)
    const { id, samples, version, definition } = workflow
    const isWholeList = (name: string) =>
      parsed.tasks.some(task => task.name === name && task.operation.list)
    return answerLines(reply, tasks, async (emit, signal) => {
      const test = { client, receiver, signal, emit }
      await keepVersion(store, id, version, definition)
      const taken = { source, samples, past: () => pastEvent(store, workflow, given.runId) }
      const event =
        parsed.trigger && !hasEvent ? await takeEvent(parsed.trigger, taken, test) : undefined
      if (event && 'error' in event) return
      const onRun = (run: Parameters<typeof summaryOf>[0]) =>
        events.publish({ type: 'run', run: summaryOf(run) })
      const run = await runNow(
        {
          store,
          id,
          version,
          connectionId: connection.id,
          workflow: parsed,
          event,
          given: steps,
          lastTask: given.until ?? undefined,
          onRun,
        },
        test,
      )
      for (const { name, state, output, origin } of (await runOf(store, run.id)).steps)
        if (state === 'done' && origin === null && !isWholeList(name))
          await saveSample(store, id, name, output, connection.id)
    })
  })

  server.post('/api/cause', async (request, reply) => {
    const given = body({ trigger: string(required), connectionId: string(required) }, request)
    const { connection, client } = await clientOf(context, given)
    requireSandbox(connection)
    await simulate(findTrigger(store.component, given.trigger).name, client)
    return reply.status(204).send()
  })
}

/** Keeps made-up records out of accounts that people work with. */
const requireSandbox = ({ apiDomain }: Connection): void => {
  if (isLoopback(apiDomain)) return
  throw new HttpError(
    400,
    'Test events can only be triggered in a sandbox',
    'Make the change in the account yourself.',
  )
}
