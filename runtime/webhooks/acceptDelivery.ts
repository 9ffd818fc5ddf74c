import type { Trigger, WebhookEvent } from '../../definitions/index.ts'
import { concealing, secretsIn } from '../conceal.ts'
import type { Route } from './receiver.ts'

type Headers = Parameters<Route['credentials']>[0]

/** Commits events, or throws. */
export type Commit = (events: readonly WebhookEvent[]) => Promise<void>

/** Deliveries to an enabled trigger: checked, committed, and only then acknowledged. */
export const createWebhookRoute = (
  trigger: Trigger,
  subscription: () => unknown,
  commit: Commit,
  isExpired: (event: WebhookEvent) => boolean,
): Route => {
  const commitBatched = batching(commit)
  /** A delivery that repeats its credentials must not have them stored and shown. */
  const withoutSecrets = (headers: Headers, body: unknown) =>
    concealing([...secretsIn(subscription()), credentialsIn(headers)])(body)
  const check = (headers: Headers, body: unknown) =>
    subscription() === undefined
      ? 503
      : trigger.webhookValidate({ headers, body }, subscription()).status
  return {
    // Without a body nothing but the credentials can be wrong in a way that is 401.
    credentials: headers => {
      const status = check(headers, undefined)
      return status === 400 ? 200 : status
    },
    async deliver({ headers, body }) {
      const status = check(headers, body)
      if (status !== 200) return status
      const shown = { headers, body: withoutSecrets(headers, body) }
      const event = trigger.webhookRequest(shown, subscription())
      if (event && !isExpired(event)) await commitBatched(event)
      return 200
    },
  }
}

const credentialsIn = ({ authorization = '' }: Headers) => authorization.replace(/^\w+ +/, '')

/** Events that arrive while a commit is under way are committed together with the next one. */
const batching = (commit: Commit): ((event: WebhookEvent) => Promise<void>) => {
  let waiting: { readonly events: WebhookEvent[]; readonly done: Promise<void> } | undefined
  let last: Promise<void> = Promise.resolve()
  return event => {
    if (!waiting) {
      const events: WebhookEvent[] = []
      const previous = last
      const done = (async () => {
        await previous.catch(() => {})
        waiting = undefined
        await commit(events)
      })()
      waiting = { events, done }
      last = done
    }
    waiting.events.push(event)
    return waiting.done
  }
}
