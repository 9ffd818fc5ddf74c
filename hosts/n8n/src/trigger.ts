import { randomBytes } from 'crypto'
import type { IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow'
import { pipedrive } from '../../../component/index.ts'
import { dropOldest, isRecord, type Trigger } from '../../../definitions/index.ts'
import { findTrigger, openMeter } from '../../../engine/index.ts'
import { asNodeError } from './errors.ts'
import { connect } from './send.ts'

export const triggerOf = (context: {
  getNodeParameter(name: string, fallback?: unknown): unknown
}): Trigger => findTrigger(pipedrive, String(context.getNodeParameter('event')))

/** Letters and digits, as Pipedrive wants them. */
const secret = () => randomBytes(24).toString('hex')

const failing = async <T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw asNodeError(context.getNode(), error)
  }
}

export const webhookMethods = {
  default: {
    /** Enabling finds an earlier webhook itself, and takes it over or replaces it. */
    async checkExists(this: IHookFunctions): Promise<boolean> {
      return false
    },
    async create(this: IHookFunctions): Promise<boolean> {
      return failing(this, async () => {
        const data = this.getWorkflowStaticData('node')
        const { subscription } = data
        const endpoint = {
          webhookUrl: this.getNodeWebhookUrl('default') ?? '',
          user: secret(),
          password: secret(),
          ...(subscription !== undefined && { earlier: [subscription] }),
        }
        const { run } = openMeter(await connect(this))
        data['subscription'] = await run(triggerOf(this).webhookEnable(endpoint))
        return true
      })
    },
    async delete(this: IHookFunctions): Promise<boolean> {
      return failing(this, async () => {
        const data = this.getWorkflowStaticData('node')
        const { subscription } = data
        if (subscription === undefined) return true
        const { run } = openMeter(await connect(this))
        await run(triggerOf(this).webhookDisable(subscription))
        delete data['subscription']
        return true
      })
    },
  },
}

/** Pipedrive delivers again within minutes; this process remembers that long. */
const seen = new Map<string, true>()
const maxSeen = 10_000

const isSeen = (key: string): boolean => {
  if (seen.has(key)) return true
  seen.set(key, true)
  dropOldest(seen, maxSeen)
  return false
}

/** Checks a delivery and takes it in. It calls nothing, so that Pipedrive is answered at once. */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
  const trigger = triggerOf(this)
  const { subscription } = this.getWorkflowStaticData('node')
  const headers = Object.fromEntries(
    Object.entries(this.getHeaderData()).map(([name, value]) => [name, [value].flat()[0]]),
  )
  const request = { headers, body: this.getBodyData() }
  const { status } =
    subscription === undefined ? { status: 401 } : trigger.webhookValidate(request, subscription)
  if (status !== 200) {
    this.getResponseObject().status(status).end()
    return { noWebhookResponse: true }
  }
  const event = trigger.webhookRequest(request, subscription)
  // An event of something else is answered, and starts nothing.
  if (!event || isSeen(`${this.getWorkflow().id} ${this.getNode().id} ${event.id}`)) return {}
  return isRecord(event) ? { workflowData: [[{ json: event }]] } : {}
}
