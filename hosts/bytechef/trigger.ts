import {
  ComponentError,
  member,
  propertyManifest,
  type Component,
  type Trigger,
  type WebhookRequest,
} from '../../definitions/index.ts'
import { createMeter, driveSync } from '../../engine/index.ts'
import { openClient } from './client.ts'
import { requireContext } from './context.ts'
import type { ScriptTrigger } from './contract.ts'
import { newCredential } from './credentials.ts'
import { exposed } from './failure.ts'
import { headersOf } from './send.ts'
import { scriptProperty } from './property.ts'
import { toPlain } from './toPlain.ts'
import { unseen } from './unseen.ts'

export const scriptTrigger = (component: Component, trigger: Trigger): ScriptTrigger => {
  const { name, title, description, type, output, sampleOutput } = trigger
  return {
    name,
    title,
    description,
    type,
    properties: [],
    output: scriptProperty(propertyManifest(output)),
    sampleOutput,
    webhookEnable: exposed(handed => {
      const webhookUrl = member(toPlain(handed[2]), 'webhookUrl')
      if (typeof webhookUrl !== 'string') throw nothingHanded('the address of the webhook')
      const endpoint = { webhookUrl, user: newCredential(), password: newCredential() }
      return run(component, handed, trigger.webhookEnable(endpoint))
    }),
    webhookDisable: exposed(handed => {
      const subscription = toPlain(handed[2])
      if (member(subscription, 'id') === undefined)
        throw nothingHanded('what it kept when the trigger was turned on')
      run(component, handed, trigger.webhookDisable(subscription))
    }),
    webhookRequest: exposed(handed => {
      const request = requestOf(toPlain(handed[2]))
      const subscription = toPlain(handed[3])
      const isKept = typeof member(subscription, 'password') === 'string'
      if (isKept) requireGenuine(trigger.webhookValidate(request, subscription).status)
      const event = trigger.webhookRequest(request, subscription)
      return event ? driveSync(trigger.hydrate(event), unseen) : null
    }),
  }
}

const run = <Result>(
  component: Component,
  handed: readonly unknown[],
  work: Parameters<typeof driveSync<Result>>[0],
): Result => {
  const context = requireContext(
    handed,
    'triggers',
    'Add the webhook in Pipedrive by hand, and receive it with a trigger of ByteChef’s Webhook component.',
  )
  const client = openClient(component, handed[1], context)
  const { record } = createMeter(client.now)
  return driveSync(work, client.sender({ onRequest: record }), client.sleep)
}

const requireGenuine = (status: number): void => {
  if (status === 200) return
  const problem =
    status === 401 ? 'does not carry the credentials of this trigger' : 'is no event of Pipedrive'
  throw new ComponentError(`The delivery ${problem}`, {
    recovery: 'report',
    hint: 'It is not from Pipedrive, or from a webhook of an earlier time; it is ignored.',
  })
}

/** A delivery, whose body may come as text or within a wrapper. */
const requestOf = (handed: unknown): WebhookRequest => {
  const given = member(handed, 'body')
  const content = member(given, 'content')
  const body = member(given, 'meta') === undefined && content !== undefined ? content : given
  return { headers: headersOf(member(handed, 'headers')), body: parsed(body) }
}

const parsed = (body: unknown): unknown => {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

const nothingHanded = (what: string) =>
  new ComponentError(`ByteChef has not handed over ${what}`, {
    recovery: 'report',
    hint: 'Turn the trigger off and on again; if that does not help, report it to the vendor of the platform.',
  })
