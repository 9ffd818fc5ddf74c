import { randomBytes } from 'node:crypto'
import { pipedrive } from '../../../component/index.ts'
import type { ComponentError, WebhookRequest } from '../../../definitions/index.ts'
import {
  findAction,
  findTrigger,
  hydrateEvent,
  loadOptions,
  openMeter,
  runStep,
} from '../../../engine/index.ts'
import type { Account, ConformanceHost, HostConnection, HostError } from '../host.ts'
import { openAccount } from '../openAccount.ts'

/** Node with the runtime of this package: the host that all others are measured by. */
export const host: ConformanceHost = {
  capabilities: { name: 'node', title: 'Node', lacks: {} },
  casesAtOnce: 8,
  async start() {
    return { connect: async account => connect(account), async stop() {} }
  },
}

const connect = (account: Account): HostConnection => {
  const client = openAccount(account)
  const { run } = openMeter({ client })
  return {
    async run(name, input, options = {}) {
      const result = await runStep(findAction(pipedrive, name), input, { client, ...options })
      return 'error' in result ? { error: shown(result.error) } : { output: result.output }
    },
    async options(action, path, query) {
      const found = await loadOptions(findAction(pipedrive, action), path, query, { client })
      if ('error' in found) return { error: shown(found.error) }
      const { options, next } = found
      return { options, ...(next !== undefined && { next }) }
    },
    async enable(name, webhookUrl) {
      const trigger = findTrigger(pipedrive, name)
      const [user, password] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')]
      const subscription = await run(trigger.webhookEnable({ webhookUrl, user, password }))
      return {
        async deliver(request: WebhookRequest) {
          const { status } = trigger.webhookValidate(request, subscription)
          const event = status === 200 ? trigger.webhookRequest(request, subscription) : undefined
          if (!event) return { status }
          const result = await hydrateEvent(trigger, event, { client })
          if ('error' in result) throw result.error
          return { status, output: result.output }
        },
        disable: () => run(trigger.webhookDisable(subscription)),
      }
    },
    close: () => client.close(),
  }
}

const shown = ({ recovery, message, hint = '', path }: ComponentError): HostError => ({
  recovery,
  message: `${message} ${hint}`.trim(),
  ...(path !== undefined && { field: path }),
})
