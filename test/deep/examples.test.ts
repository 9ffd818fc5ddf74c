import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { useReceiver, useSandbox } from '../sandbox/harness.ts'
import type { Difference } from './shapes.ts'
import { compare } from './shapes.ts'

/** Pipedrive's own example bodies: the sandbox's answers must have their keys and types. */
const folder = process.env['PIPEDRIVE_EXAMPLES']
const present = folder !== undefined && existsSync(folder)

if (!present)
  test('the example bodies are there, or may be missing', () => {
    if (process.env['ALLOW_MISSING'] !== '1')
      throw new Error(
        'Set PIPEDRIVE_EXAMPLES to the folder of example bodies, or ALLOW_MISSING=1 to go without.',
      )
  })

/** Differences that stay, and why. */
const explained: readonly [file: RegExp, path: RegExp, reason: string][] = [
  [/^organizations-/, /org_id$/, 'a stray key of the example, which the schema does not have'],
  [/^(activities)-/, /attendees$/, 'comes only with include_fields=attendees'],
  [/^persons-/, /\.(notes|im|birthday|job_title|postal_address)$/, 'needs contact sync'],
  [
    /^leadFields/,
    /additional_data\.pagination$/,
    'the schema has start, limit and more_items_in_collection instead',
  ],
]
const needed = new Set<string>()
const isExplained = (file: string, { path }: Difference) => {
  const found = explained.find(([files, paths]) => files.test(file) && paths.test(path))
  if (found) needed.add(found[2])
  return found !== undefined
}

const example = (file: string): unknown =>
  JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'))
const unexplained = (file: string, answer: unknown) =>
  compare(example(file), answer).filter(difference => !isExplained(file, difference))

const compareAll = () => {
  const sandbox = useSandbox()
  const receiver = useReceiver()
  const lead = async () => (await sandbox.get('/v1/leads?limit=1')).body.data[0]?.id
  const hook = (more: object = {}) => ({
    name: 'x',
    subscription_url: receiver.url,
    event_action: '*',
    event_object: '*',
    ...more,
  })

  /** How the sandbox is asked for what each file shows. */
  const requests: Readonly<Record<string, () => Promise<{ status: number; body: unknown }>>> = {
    'activities-get.v2.200.json': () => sandbox.get('/api/v2/activities/1'),
    'activities-list.v2.200.json': () => sandbox.get('/api/v2/activities?limit=1'),
    'currencies-list.v1.200.json': () => sandbox.get('/v1/currencies'),
    'dealFields-list.v2.200.json': () =>
      sandbox.get(
        '/api/v2/dealFields?limit=500&include_fields=ui_visibility,important_fields,required_fields',
      ),
    'deals-add.v2.200.json': () => sandbox.post('/api/v2/deals', { title: 'x' }),
    'deals-archived-list.v2.200.json': () => sandbox.get('/api/v2/deals/archived?limit=1'),
    'deals-delete.v2.200.json': () => sandbox.remove('/api/v2/deals/600'),
    'deals-get.v2.200.json': () => sandbox.get('/api/v2/deals/1'),
    'deals-list.v2.200.json': () => sandbox.get('/api/v2/deals?limit=1'),
    'deals-search.v2.200.json': () => sandbox.get('/api/v2/deals/search?term=pilot&limit=1'),
    'filters-list.v1.200.json': () => sandbox.get('/v1/filters'),
    'itemSearch-field.v2.200.json': () =>
      sandbox.get(
        '/api/v2/itemSearch/field?term=Ada&entity_type=person&field=name&match=beginning&limit=1',
      ),
    'leadFields-list.v1.200.json': () => sandbox.get('/v1/leadFields'),
    'leadLabels-list.v1.200.json': () => sandbox.get('/v1/leadLabels'),
    'leads-add.v1.201.json': () => sandbox.post('/v1/leads', { title: 'x', person_id: 1 }),
    'leads-archived-list.v1.200.json': () => sandbox.get('/v1/leads/archived?limit=1'),
    'leads-delete.v1.200.json': async () => sandbox.remove(`/v1/leads/${await lead()}`),
    'leads-delete.v1.404.json': () => sandbox.remove('/v1/leads/none'),
    'leads-get.v1.200.json': async () => sandbox.get(`/v1/leads/${await lead()}`),
    'leads-get.v1.404.json': () => sandbox.get('/v1/leads/none'),
    'leads-list.v1.200.json': () => sandbox.get('/v1/leads?limit=1'),
    'leads-search.v2.200.json': () => sandbox.get('/api/v2/leads/search?term=pilot&limit=1'),
    'organizationFields-list.v2.200.json': () =>
      sandbox.get(
        '/api/v2/organizationFields?limit=500&include_fields=ui_visibility,important_fields,required_fields',
      ),
    'organizations-add.v2.200.json': () => sandbox.post('/api/v2/organizations', { name: 'x' }),
    'organizations-delete.v2.200.json': () => sandbox.remove('/api/v2/organizations/600'),
    'organizations-get.v2.200.json': () => sandbox.get('/api/v2/organizations/1'),
    'organizations-list.v2.200.json': () => sandbox.get('/api/v2/organizations?limit=1'),
    'organizations-search.v2.200.json': () =>
      sandbox.get('/api/v2/organizations/search?term=alpine&limit=1'),
    'personFields-list.v2.200.json': () =>
      sandbox.get(
        '/api/v2/personFields?limit=500&include_fields=ui_visibility,important_fields,required_fields',
      ),
    'persons-add.v2.200.json': () => sandbox.post('/api/v2/persons', { name: 'x' }),
    'persons-delete.v2.200.json': () => sandbox.remove('/api/v2/persons/600'),
    'persons-get.v2.200.json': () => sandbox.get('/api/v2/persons/1'),
    'persons-list.v2.200.json': () => sandbox.get('/api/v2/persons?limit=1'),
    'persons-search.v2.200.json': () => sandbox.get('/api/v2/persons/search?term=alpine&limit=1'),
    'pipelines-list.v2.200.json': () => sandbox.get('/api/v2/pipelines?limit=1'),
    'stages-list.v2.200.json': () => sandbox.get('/api/v2/stages?limit=1'),
    'users-list.v1.200.json': () => sandbox.get('/v1/users'),
    'users-me.v1.200.json': () => sandbox.get('/v1/users/me'),
    'users-me.v1.401.json': () =>
      sandbox.call('GET', '/v1/users/me', undefined, { authorization: 'x' }),
    'webhooks-create.v1.201.json': () => sandbox.post('/v1/webhooks', hook()),
    'webhooks-create.v1.400.json': () =>
      sandbox.post('/v1/webhooks', hook({ subscription_url: 'x' })),
    'webhooks-create.v1.401.json': () =>
      sandbox.call('POST', '/v1/webhooks', hook(), { authorization: 'x' }),
    'webhooks-delete.v1.200.json': async () =>
      sandbox.remove(`/v1/webhooks/${(await sandbox.get('/v1/webhooks')).body.data[0]?.id}`),
    'webhooks-delete.v1.401.json': () =>
      sandbox.call('DELETE', '/v1/webhooks/1', undefined, { authorization: 'x' }),
    'webhooks-delete.v1.404.json': () => sandbox.remove('/v1/webhooks/1'),
    'webhooks-list.v1.401.json': () =>
      sandbox.call('GET', '/v1/webhooks', undefined, { authorization: 'x' }),
    'webhooks-list.v1.200.json': () => sandbox.get('/v1/webhooks'),
  }

  test.each(Object.keys(requests))('%s', async file => {
    // Lists of webhooks are not empty in the examples.
    if (/webhooks-(list|delete.v1.200)/.test(file)) await sandbox.post('/v1/webhooks', hook())
    const answer = await requests[file]?.()
    expect(answer?.status).toBe(Number(/\.(\d{3})\.json$/.exec(file)?.[1]))
    expect(unexplained(file, answer?.body)).toEqual([])
  })

  test('every file of an endpoint of ours is compared', () => {
    const other =
      /^(error|oauth|webhook-v2|webhooks-create\.observed|webhooks-delete\.v1\.403|README)/
    const files = readdirSync(folder ?? '').filter(file => !other.test(file))
    expect(Object.keys(requests).sort()).toEqual(files.sort())
  })

  test.each([
    ['deal', '/api/v2/deals', { title: 'a', value: 1 }, { title: 'b' }],
    ['person', '/api/v2/persons', { name: 'Sample' }, { name: 'Sample Person' }],
    ['organization', '/api/v2/organizations', { name: 'a' }, { name: 'b' }],
    [
      'activity',
      '/api/v2/activities',
      { subject: 'a', due_time: '10:00', duration: '01:00' },
      { subject: 'b' },
    ],
    [
      'lead',
      '/v1/leads',
      { title: 'a', person_id: 1, value: { amount: 1, currency: 'EUR' } },
      { title: 'b' },
    ],
  ])('deliveries for a new and a changed %s', async (entity, path, add, change) => {
    const { body } = await sandbox.post('/v1/webhooks', hook({ event_object: entity }))
    const added = await sandbox.post(path, add)
    await sandbox.patch(`${path}/${added.body.data.id}`, change)
    await sandbox.remove(`${path}/${added.body.data.id}`)
    await sandbox.get('/_sandbox/deliveries')
    await sandbox.remove(`/v1/webhooks/${body.data.id}`)
    const deliveries = receiver.deliveries.splice(0).map(one => one.body)
    let compared = 0
    for (const action of ['create', 'change', 'delete']) {
      const file = `webhook-v2.${action}.${entity}.json`
      if (!existsSync(join(folder ?? '', file))) continue
      compared += 1
      expect(
        unexplained(
          file,
          deliveries.find(one => one.meta.action === action),
        ),
      ).toEqual([])
    }
    expect(compared).toBeGreaterThan(0)
  })

  test('no explanation is left over', () => {
    expect(explained.map(([, , reason]) => reason).filter(reason => !needed.has(reason))).toEqual(
      [],
    )
  })
}

if (present) describe('example bodies', compareAll)
