import { setTimeout } from 'node:timers/promises'
import type { Sandbox } from '../../../../sandbox/index.ts'

/** Makes deals all at once, or at a pace; each is an event. */
export const makeDeals = async (sandbox: Sandbox, count: number, perSecond: number) => {
  const added: Promise<void>[] = []
  for (let at = 0; at < count; at++) {
    added.push(add(sandbox, at))
    if (perSecond > 0) await setTimeout(1000 / perSecond)
  }
  await Promise.all(added)
}

const add = async ({ url, accessToken }: Sandbox, at: number) => {
  const response = await fetch(`${url}/api/v2/deals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: `Deal ${at}`, person_id: 1 }),
  })
  if (!response.ok) throw new Error(`deal ${at}: ${response.status} ${await response.text()}`)
}

interface Delivery {
  readonly attempt: number
  /** The status of the answer, or why there was none. */
  readonly outcome: number | string
}

/** Every attempt at a delivery, once none is under way. */
export const deliveriesOf = async ({ url }: Sandbox): Promise<readonly Delivery[]> => {
  const answer = await fetch(`${url}/_sandbox/deliveries`)
  const { attempts } = (await answer.json()) as { readonly attempts: readonly Delivery[] }
  return attempts
}
