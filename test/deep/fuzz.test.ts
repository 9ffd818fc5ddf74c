import fc from 'fast-check'
import { routes } from '../../sandbox/routes/index.ts'
import { useSandbox } from '../sandbox/harness.ts'

const requests = 6000
/** The same requests each time, so that what fails is due to a change; other numbers try others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const sandbox = useSandbox()

const oddText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '1',
    '0',
    '-1',
    '1e999',
    '500',
    '501',
    'true',
    'null',
    '2025-01-01T00:00:00Z',
    'asc',
    '__proto__',
    'constructor',
    '${x}',
    '%',
    '../..',
    'eyJtYXJrZXIiOnt9LCJpZCI6MSwicXVlcnkiOiIifQ',
  ),
)
const names = `
  limit cursor start ids status owner_id person_id filter_id sort_by sort_direction sort
  updated_since include_fields custom_fields term fields exact_match type entity_type
  field match __proto__ toString hasOwnProperty`
  .trim()
  .split(/\s+/)
const query = fc.oneof(
  fc.constant<[string, string][]>([]),
  fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), oddText), oddText), { maxLength: 4 }),
)

const members = `
  title name subject value owner_id person_id org_id organization_id emails phones
  custom_fields address status label_ids stage_id is_deleted is_archived
  subscription_url event_action event_object participants due_date content conditions
  type merge_with_id product_id item_price quantity field_name field_type options
  ui_visibility user_id amount description pipeline_id prices data color icon_key
  rel_owner_org_id active_flag expected_close_date visible_to archive_time won_time
  __proto__ constructor`
  .trim()
  .split(/\s+/)
const odd = fc.oneof(
  oddText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, 1, 3, 12415231, 'open', 'won', 'create', 'deal', '2025-02-30', [], {}),
  fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)),
  fc.array(fc.record({ value: fc.oneof(oddText, fc.integer()), primary: fc.boolean() }), {
    maxLength: 3,
  }),
)
const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .dictionary(fc.oneof(fc.constantFrom(...members), oddText), odd, { maxKeys: 6 })
      .map(value => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string() },
)
const header = fc.string({ maxLength: 20 }).map(text => text.replace(/[^\x21-\x7e]/g, '') || 'x')

const prefixes = ['/api/v1', '/v1', '/api/v2']
const known = fc.constantFrom(...routes).chain(route =>
  fc.record({
    method: fc.oneof(
      { weight: 8, arbitrary: fc.constant<string>(route.method) },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE') },
    ),
    path: fc
      .tuple(
        fc.constantFrom(...prefixes),
        fc.oneof(fc.integer({ min: -2, max: 1300 }).map(String), oddText),
      )
      .map(([prefix, id]) => {
        const own = route.version === 'v2' ? '/api/v2' : prefix.replace('v2', 'v1')
        return own + route.path.replace(/\{\w+\}/g, () => encodeURIComponent(id))
      }),
  }),
)
const other = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE'),
  path: fc.oneof(
    fc.constantFrom(
      '/oauth/token',
      '/oauth/authorize',
      '/oauth/revoke',
      '/v1/deals',
      '/v1/persons/1',
      '/',
    ),
    fc.webPath(),
  ),
})
const request = fc.record({
  target: fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: other }),
  query,
  body,
  type: fc.oneof(
    { weight: 8, arbitrary: fc.constant('application/json') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
      ),
    },
  ),
  authorization: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: header },
  ),
})

/** Words that would show the inside: stacks, files, engine messages. */
const leak =
  /node_modules|\.ts:\d|at .+\(.+\)|TypeError|Cannot read|undefined is not|ajv|fastify|FST_/i

test(`${requests} requests over all routes: no 5xx, no leak`, async () => {
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ target, query, body, type, authorization }) => {
      const search = query
        .map(
          ([name, value]) =>
            `${encodeURIComponent(toWellFormed(name))}=${encodeURIComponent(toWellFormed(value))}`,
        )
        .join('&')
      const bodied = target.method !== 'GET' && target.method !== 'DELETE'
      const answer = await sandbox.call(
        target.method,
        `${target.path}?${search}`,
        bodied ? body : undefined,
        {
          ...(bodied && { 'content-type': type }),
          ...(authorization !== undefined && { authorization }),
        },
      )
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status !== 501) expect(answer.status).toBeLessThan(500)
      if (answer.status >= 400) expect(answer.text).not.toMatch(leak)
    }),
    { numRuns: requests, seed },
  )
  const total = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  expect(total).toBeGreaterThanOrEqual(requests)
  // A run in which nothing got through would prove little.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(requests / 20)
  console.log(
    [...statuses]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
  )
}, 300_000)

const toWellFormed = (text: string) => text.replace(/[\ud800-\udfff]/gu, '\ufffd')
