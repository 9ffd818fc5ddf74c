import { setTimeout } from 'node:timers/promises'
import type { Sandbox } from '../../../../sandbox/index.ts'

/** Makes deals all at once, or at a pace; each is an event. */
export const makeDeals = async (sandbox: Sandbox, count: number, perSecond: number) => {
  if (perSecond === 0) await Promise.all(Array.from({ length: count }, (_, at) => add(sandbox, at)))
  else
    for (let at = 0; at < count; at++) {
      void add(sandbox, at)
      await setTimeout(1000 / perSecond)
    }
}

const add = async ({ url, accessToken }: Sandbox, at: number) => {
  await fetch(`${url}/api/v2/deals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: `Deal ${at}`, person_id: 1 }),
  })
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
