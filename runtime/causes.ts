import { InputError, member } from '../definitions/index.ts'
import { apiCall, type ApiCall } from './apiCall.ts'
import type { Client } from './client.ts'

/** A record that an event was about, so that it can be removed again. */
export interface Caused {
  readonly path: string
}

const name = 'Made by the Pipedrive component'

/** What a salesperson does to make each trigger fire. */
const create: Readonly<Record<string, ApiCall>> = {
  activity: {
    method: 'POST',
    path: '/api/v2/activities',
    body: { subject: name, type: 'call', public_description: 'Ask for the address' },
  },
  deal: { method: 'POST', path: '/api/v2/deals', body: { title: name, value: 99.5 } },
  organization: { method: 'POST', path: '/api/v2/organizations', body: { name } },
  person: {
    method: 'POST',
    path: '/api/v2/persons',
    body: {
      name,
      emails: [{ value: 'made@example.com', primary: true, label: 'work' }],
      phones: [{ value: '+44 20 7946 0001', primary: true, label: 'work' }],
    },
  },
}
const change: Readonly<Record<string, ApiCall['body']>> = {
  deal: { title: `${name}, changed` },
  organization: { name: `${name}, changed` },
  person: { name: `${name}, changed` },
}

/** Makes the event of a trigger happen in the account. `person_id` links a new deal. */
export const causeEvent = async (
  trigger: string,
  client: Client,
  linked: Readonly<Record<string, unknown>> = {},
): Promise<Caused> => {
  const [, kind = '', entity = ''] = /^(new|updated)(\w+)$/.exec(trigger) ?? []
  const making = create[entity.toLowerCase()]
  if (!making) throw new InputError('', `there is no way to cause ${trigger}`)
  const made = await apiCall(client, { ...making, body: { ...making.body, ...linked } })
  const path = `${making.path}/${String(member(member(made, 'data'), 'id'))}`
  const changes = change[entity.toLowerCase()]
  if (kind === 'updated' && changes) await apiCall(client, { method: 'PATCH', path, body: changes })
  return { path }
}

/** Removes a record that an event was about. */
export const removeCaused = async (client: Client, { path }: Caused): Promise<void> => {
  await apiCall(client, { method: 'DELETE', path })
}
