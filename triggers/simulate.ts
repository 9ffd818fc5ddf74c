import {
  InputError,
  integer,
  object,
  type Exchange,
  type SimulatedEvent,
} from '../definitions/index.ts'
import { post, send } from '../component/api.ts'

interface Demo {
  readonly path:
    '/api/v2/activities' | '/api/v2/deals' | '/api/v2/organizations' | '/api/v2/persons'
  readonly record: Readonly<Record<string, unknown>>
  readonly change?: Readonly<Record<string, unknown>>
}

const name = 'Made by the Pipedrive component'
const changed = { name: `${name}, changed` }

/** What a salesperson does to make each trigger fire. */
const demos: Readonly<Record<string, Demo>> = {
  Activity: {
    path: '/api/v2/activities',
    record: { subject: name, type: 'call', public_description: 'Ask for the address' },
  },
  Deal: {
    path: '/api/v2/deals',
    record: { title: name, value: 99.5 },
    change: { title: `${name}, changed` },
  },
  Organization: { path: '/api/v2/organizations', record: { name }, change: changed },
  Person: {
    path: '/api/v2/persons',
    record: {
      name,
      emails: [{ value: 'made@example.com', primary: true, label: 'work' }],
      phones: [{ value: '+44 20 7946 0001', primary: true, label: 'work' }],
    },
    change: changed,
  },
}

const Created = object({ properties: { id: integer({ required: true }) } })

/** Makes the event of a trigger happen in the account. `members` go into the new record. */
export function* simulate(
  trigger: string,
  members: Readonly<Record<string, unknown>> = {},
): Exchange<SimulatedEvent> {
  const [, verb, kind = ''] = /^(new|updated)(\w+)$/.exec(trigger) ?? []
  const demo = demos[kind]
  if (!demo) throw new InputError('', `there is no way to simulate an event of ${trigger}`)
  const { path, record, change } = demo
  const { id } = yield* post(path, { body: { ...record, ...members }, returns: Created })
  const one = { path: `${path}/{id}`, params: { id } } as const
  if (verb === 'updated' && change) yield* send({ method: 'PATCH', ...one, body: change })
  return {
    id,
    *remove() {
      yield* send({ method: 'DELETE', ...one })
    },
  }
}
