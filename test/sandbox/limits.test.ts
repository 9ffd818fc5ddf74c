import { startSandbox } from '../../sandbox/index.ts'
import { useSandbox } from './harness.ts'

const sandbox = useSandbox({ plan: 'lite' }, true)
const me = () => sandbox.get('/v1/users/me')
const number = (answer: { headers: Headers }, name: string) => Number(answer.headers.get(name))

beforeEach(async () => {
  await sandbox.post('/_sandbox/reset', {})
})

test('80 requests in any two seconds, told by the headers', async () => {
  const first = await me()
  expect(number(first, 'x-ratelimit-limit')).toBe(80)
  expect(number(first, 'x-ratelimit-remaining')).toBe(79)
  const rest = await Promise.all(Array.from({ length: 79 }, me))
  expect(rest.every(answer => answer.status === 200)).toBe(true)
  const refused = await me()
  expect([refused.status, refused.body.error, refused.body.success]).toEqual([
    429,
    'Request over limit',
    false,
  ])
  expect(number(refused, 'x-ratelimit-remaining')).toBe(0)
  expect(number(refused, 'x-ratelimit-reset')).toBeGreaterThan(0)
  await sandbox.advance(number(refused, 'x-ratelimit-reset') * 1000)
  expect((await me()).status).toBe(200)
})

test('ten searches in any two seconds', async () => {
  const search = () => sandbox.get('/api/v2/deals/search?term=pilot&limit=1')
  for (let count = 0; count < 10; count++) expect((await search()).status).toBe(200)
  const refused = await search()
  expect([refused.status, number(refused, 'x-ratelimit-limit')]).toEqual([429, 10])
  expect((await me()).status).toBe(200)
  await sandbox.advance(2000)
  expect((await search()).status).toBe(200)
})

test('a day has a budget: 30 000 for each of two seats', async () => {
  expect(number(await me(), 'x-daily-ratelimit-token-remaining')).toBe(59_998)
  await sandbox.post('/_sandbox/spend', { tokens: 59_990 })
  const list = await sandbox.get('/api/v2/deals?limit=1')
  expect([list.status, number(list, 'x-daily-ratelimit-token-remaining')]).toEqual([429, 8])
  expect((await me()).status).toBe(200)
})

test('who hammers on after that gets a page', async () => {
  await Promise.all(Array.from({ length: 80 }, me))
  const answers = await Promise.all(Array.from({ length: 60 }, me))
  const pages = answers.filter(answer => answer.status === 403)
  expect(answers.filter(answer => answer.status === 429).length).toBeGreaterThan(40)
  expect(pages.length).toBeGreaterThan(0)
  expect(pages[0]?.headers.get('content-type')).toContain('text/html')
  expect(pages[0]?.text).toContain('rate limited')
  await sandbox.advance(31_000)
  expect((await me()).status).toBe(200)
})

test('the usage shows the cost of every call, and refused ones are free', async () => {
  await me()
  await sandbox.get('/api/v2/deals?limit=1')
  await sandbox.get('/api/v2/deals/1')
  await sandbox.get('/v1/leads/archived')
  await sandbox.call('GET', '/api/v2/deals', undefined, { authorization: 'Bearer wrong' })
  const { body } = await sandbox.get('/_sandbox/usage')
  expect(body.total).toBe(2 + 10 + 1 + 40)
  expect(body.entries.map(entry => [entry.path, entry.status, entry.tokens])).toEqual([
    ['/v1/users/me', 200, 2],
    ['/api/v2/deals', 200, 10],
    ['/api/v2/deals/{id}', 200, 1],
    ['/v1/leads/archived', 200, 40],
    ['/api/v2/deals', 401, 0],
  ])
})

test.each([
  ['growth', 160, 120_000],
  ['premium', 400, 300_000],
  ['ultimate', 480, 420_000],
] as const)('%s: %d in two seconds, %d a day', async (plan, burst, budget) => {
  const other = await startSandbox({ plan, empty: true })
  const headers = { authorization: `Bearer ${other.accessToken}` }
  const answer = await fetch(`${other.url}/v1/users/me`, { headers })
  expect(number(answer, 'x-ratelimit-limit')).toBe(burst)
  expect(number(answer, 'x-daily-ratelimit-token-limit')).toBe(budget)
  await other.close()
})
