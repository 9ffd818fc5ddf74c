export { openReceiver, type Receiver, type Route } from './receiver.ts'
export { createWebhookRoute, type Commit } from './acceptDelivery.ts'
export { listen, type Listener, type ListenerOptions, type TriggerEvent } from './listener.ts'
export { waitForEvent, type WaitForEventOptions } from './waitForEvent.ts'
export { addressOf, requirePublicUrl } from './publicUrl.ts'
export {
  startWorkflow,
  type TriggeredWorkflow,
  type ActiveWorkflow,
  type StartOptions,
} from './startWorkflow.ts'
export { startWorker, type Worker, type WorkerOptions } from './worker.ts'
export { startPruning } from './pruning.ts'
export { runEvent, type RunContext } from './runEvent.ts'
export { maxAttempts, nextRunState } from './nextState.ts'
