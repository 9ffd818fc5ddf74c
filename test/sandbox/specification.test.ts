import { readFileSync } from 'node:fs'
import { routes } from '../../sandbox/routes/index.ts'
import { left, specification } from '../../sandbox/specification/index.ts'
import { useSandbox } from './harness.ts'

const sandbox = useSandbox()
const filled = (path: string) => path.replace(/\{[\w-]+\}/g, '7')

const operations = (['v1', 'v2'] as const).flatMap(version =>
  Object.entries(specification[version]).flatMap(([path, methods]) =>
    methods.split(' ').map(method => ({ version, method, path })),
  ),
)
const isServed = ({ version, method, path }: (typeof operations)[number]) =>
  routes.some(route => route.version === version && route.method === method && route.path === path)

test('every call that Pipedrive has is served, or the sandbox says that it lacks it', async () => {
  const lacking: string[] = []
  for (const operation of operations) {
    const { version, method, path } = operation
    const answer = await sandbox.call(method, `/api/${version}${filled(path)}`)
    const missing = `The sandbox does not serve ${method} /api/${version}${path}`
    if (isServed(operation)) {
      expect([path, answer.body.error]).not.toEqual([path, 'Unknown method .'])
      expect([path, answer.status]).not.toEqual([path, 405])
      expect([path, answer.status]).not.toEqual([path, 501])
    } else {
      lacking.push(`${method} ${version} ${path}`)
      expect([answer.status, answer.body.error]).toEqual([501, missing])
    }
  }
  const served = `${operations.length - lacking.length} of the ${operations.length} operations`
  expect(readFileSync('docs/sandbox.md', 'utf8')).toContain(served)
})

test('every route is one of Pipedrive’s', () => {
  for (const { version, method, path } of routes)
    expect([path, specification[version][path]?.split(' ')]).toEqual([
      path,
      expect.arrayContaining([method]),
    ])
})

test.each(left)('/v1%s has left, and says where to go', async path => {
  for (const [prefix, method] of [
    ['/v1', 'GET'],
    ['/api/v1', 'POST'],
  ] as const) {
    const { status, body } = await sandbox.call(method, prefix + filled(path))
    const [, name] = path.split('/')
    expect([status, body.error]).toEqual([410, expect.stringContaining(`use /api/v2/${name}`)])
    expect(specification.v1).not.toHaveProperty([path])
  }
})

test.each([
  ['PATCH', '/v1/deals/7/merge', 405],
  ['POST', '/v1/deals/archived', 405],
  ['GET', '/api/v2/deals/7/merge', 404],
  ['GET', '/v1/deals/7/nothing', 404],
  ['GET', '/v1/persons/', 404],
  ['GET', '/api/v2/', 404],
  ['GET', '/api/v2/users', 404],
])('%s %s is %d', async (method, path, status) => {
  expect((await sandbox.call(method, path)).status).toBe(status)
})

test('only those who may ask are told', async () => {
  for (const path of ['/v1/callLogs', '/v1/deals', '/v1/deals/7'])
    expect((await sandbox.call('GET', path, undefined, { authorization: 'x' })).status).toBe(401)
})

test('a fault is found by the template of a call under each of its prefixes', async () => {
  await sandbox.fault({ kind: 'status', path: '/v1/leads/{id}' })
  expect((await sandbox.get('/api/v1/leads/7')).status).toBe(404)
  expect((await sandbox.get('/v1/leads/7')).status).toBe(500)
})
