import type { Component } from '../../definitions/index.ts'
import { listWorkflows, lock, openStore } from '../../runtime/store/index.ts'
import { openReceiver, startPruning } from '../../runtime/webhooks/index.ts'
import type { SandboxKind } from '../api/index.ts'
import { createAlerts } from './alerts/alerts.ts'
import { createApp } from './app.ts'
import { createClients } from './connections/clients.ts'
import { addExampleWorkflow } from './exampleWorkflow.ts'
import { createEventBus } from './events.ts'
import { onFreePort, portOf } from './ports.ts'
import { endInterruptedRuns } from './runs/interrupted.ts'
import { createActivation } from './runs/activation.ts'
import { reconnectSandbox } from './sandbox/connect.ts'
import { openSandbox } from './sandbox/embeddedSandbox.ts'
import { createTasks } from './tasks.ts'

export interface WorkbenchOptions {
  readonly component: Component
  /** Where everything is kept; the user's own data directory when absent. */
  readonly folder?: string
  /** The next free one is taken where it is in use; 0 takes any. */
  readonly port?: number
  /** The same, for deliveries: a tunnel may lead to it. */
  readonly inboxPort?: number
  /** Run by the shell when a workflow that is on fails, with a text as its input. */
  readonly alertCommand?: string
  /** Hears what the user has to know, such as what could not be kept. */
  readonly onNotice?: (text: string) => void
}

export interface Workbench {
  readonly url: string
  /** Turns off what is on, until the next start. */
  close(): Promise<void>
}

const usualPort = 4780
const usualInboxPort = 47814

/** Starts the workbench, which only this machine can reach. */
export const startWorkbench = async (options: WorkbenchOptions): Promise<Workbench> => {
  const { component, folder, port = usualPort, inboxPort = usualInboxPort, onNotice } = options
  const { alertCommand: command } = options
  const closing: (() => unknown)[] = []
  /** What was opened last is closed first; what can't be is no reason to leave the rest open. */
  const close = async (): Promise<void> => {
    const end = closing.pop()
    if (!end) return
    try {
      await end()
    } finally {
      await close()
    }
  }
  try {
    const store = await openStore({ component, ...(folder !== undefined && { folder }) })
    closing.push(() => store.close())
    closing.push(await lock(store, 'the workbench'))
    const events = createEventBus()
    const notices: string[] = []
    const notice = (text: string) => {
      notices.push(text)
      onNotice?.(text)
    }
    const onChange = (kind: SandboxKind | 'settings') => events.publish({ type: 'sandbox', kind })
    const sandbox = await openSandbox(store, { onChange, onNotice: notice })
    closing.push(() => sandbox.close())
    await reconnectSandbox(store, sandbox)
    await addExampleWorkflow(store, sandbox)
    await endInterruptedRuns(store)
    // Those of workflows that are off too. A store that fails for an hour is told where it is used.
    const drawn = async () => (await listWorkflows(store)).map(({ id }) => id)
    closing.push(startPruning(store, drawn, () => {}))
    const clients = createClients(store)
    closing.push(() => clients.close())
    const receiver = await onFreePort(inboxPort, openReceiver)
    closing.push(() => receiver.close())
    if (inboxPort !== 0 && !receiver.origin.endsWith(`:${inboxPort}`))
      notice(`Port ${inboxPort} is in use, so events are received at ${receiver.origin}.`)
    const address = () => `http://127.0.0.1:${portOf(server)}`
    const alerts = await createAlerts({ store, events, command, origin: address })
    closing.push(() => alerts.close())
    const activation = createActivation({ store, clients, receiver, events, alerts })
    closing.push(() => activation.close())
    const tasks = createTasks()
    closing.push(() => tasks.close())
    const parts = { clients, events, receiver, activation, tasks, alerts }
    const context = { store, sandbox, notices, ...parts }
    const server = await createApp(context, () => portOf(server))
    closing.push(() => server.close())
    closing.push(() => store.endSoon())
    await onFreePort(port, candidate => server.listen({ host: '127.0.0.1', port: candidate }))
    void activation.resume().catch(() => {})
    return { url: address(), close }
  } catch (error) {
    await close()
    throw error
  }
}
