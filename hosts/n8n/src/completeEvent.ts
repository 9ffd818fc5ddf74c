import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow'
import { isRecord, member, memberAt, type WebhookEvent } from '../../../definitions/index.ts'
import { hydrateEvent } from '../../../engine/index.ts'
import { asNodeError } from './errors.ts'
import { connect } from './send.ts'
import { triggerOf } from './trigger.ts'

/** Completes what `webhook` has taken in; in queue mode on a worker. */
export async function completeEvent(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const out: INodeExecutionData[] = []
  for (const [item, { json }] of this.getInputData().entries())
    try {
      const event = eventOf(json)
      const parameters = { getNodeParameter: (name: string) => this.getNodeParameter(name, item) }
      const record =
        this.getNodeParameter('complete', item, true) === true
          ? await completed.call(this, triggerOf(parameters), event)
          : event.data
      const origin = {
        id: event.id,
        at: event.occurredAt,
        user_id: memberAt(event.meta, 'user_id'),
      }
      const shown = isRecord(record) ? record : { value: record }
      out.push({ json: { ...shown, _event: origin }, pairedItem: { item } })
    } catch (error) {
      throw asNodeError(this.getNode(), error, { item })
    }
  return [out]
}

async function completed(
  this: IExecuteFunctions,
  trigger: ReturnType<typeof triggerOf>,
  event: WebhookEvent,
): Promise<unknown> {
  const result = await hydrateEvent(trigger, event, await connect(this))
  if ('error' in result) throw result.error
  return result.output
}

/** Tests in the editor may hand in anything. */
const eventOf = (json: Readonly<Record<string, unknown>>): WebhookEvent => {
  const data = member(json, 'data')
  const meta = member(json, 'meta')
  const previous = member(json, 'previous')
  return {
    id: textOf(json, 'id'),
    occurredAt: textOf(json, 'occurredAt'),
    data: isRecord(data) ? data : {},
    previous: isRecord(previous) ? previous : null,
    meta: isRecord(meta) ? meta : {},
  }
}

const textOf = (json: unknown, name: string): string => {
  const text = member(json, name)
  return typeof text === 'string' ? text : ''
}
