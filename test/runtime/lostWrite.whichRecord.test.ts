import { expect, test } from 'vitest'
import {
  recordsNamed,
  call,
  inputOf,
  name,
  findExistingOption,
  useInstantBench,
} from './lostWrite.ts'
import { failure, pick } from './support.ts'
import { faultIsUsed } from '../faults.ts'

const bench = useInstantBench({ scale: 10 })

/** A user other than the connected one. */
const colleague = async () =>
  Number(pick(await call(bench(), 'GET', '/api/v1/users'), 'data', 1, 'id'))

test('5xx to a write is no answer either', async () => {
  await bench().control('faults', { kind: 'status', status: 502, method: 'POST' })
  expect(await bench().run('addDeal', inputOf('deal', 'title'), findExistingOption)).toHaveProperty(
    'output',
  )
  expect(await recordsNamed(bench(), '/api/v2/deals')).toHaveLength(1)
})

test('older records and those of other owners are ignored', async () => {
  await call(bench(), 'POST', '/api/v2/deals', { title: name })
  await bench().control('clock', { advance: 10_000 })
  await call(bench(), 'POST', '/api/v2/deals', { title: name, owner_id: await colleague() })
  await bench().control('faults', { kind: 'reset-before', method: 'POST' })
  await bench().run('addDeal', inputOf('deal', 'title'), findExistingOption)
  expect(await recordsNamed(bench(), '/api/v2/deals')).toHaveLength(3)
})

test('with an owner, it is looked for among the records of that owner', async () => {
  await call(bench(), 'POST', '/api/v2/deals', { title: name })
  await bench().control('faults', { kind: 'reset-after', method: 'POST' })
  const user_id = await colleague()
  const input = inputOf('deal', 'title', { user_id })
  const result = await bench().run('addDeal', input, findExistingOption)
  expect(pick(result, 'output', 'body', 'data', 'user_id', 'id')).toBe(user_id)
  expect(await recordsNamed(bench(), '/api/v2/deals')).toHaveLength(2)
})

test('two matching records are ambiguous, so both are named', async () => {
  const other = pick(await call(bench(), 'POST', '/api/v2/deals', { title: name }), 'data', 'id')
  await bench().control('faults', { kind: 'reset-after', method: 'POST' })
  const result = await bench().run('addDeal', inputOf('deal', 'title'), findExistingOption)
  const error = failure(result)
  const ids = (await recordsNamed(bench(), '/api/v2/deals')).map(deal => pick(deal, 'id'))
  expect(ids).toContain(other)
  expect(error).toMatchObject({ recovery: 'check' })
  for (const id of ids) expect(error.message).toContain(String(id))
  expect(result.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('it is found among hundreds that were added just as lately', async () => {
  await bench().control('faults', { kind: 'reset-after', method: 'POST', path: '/api/v2/persons' })
  const added: Promise<unknown>[] = []
  const client = {
    ...bench().client,
    sleep: async () => {
      for (let at = 0; at < 250; at++)
        added.push(call(bench(), 'POST', '/api/v2/persons', { name: `P ${at}` }))
      await Promise.all(added)
    },
  }
  const result = await bench().run('addPerson', inputOf('person', 'name'), {
    ...findExistingOption,
    client,
  })
  expect(result).toHaveProperty('output.body.data.name', name)
  expect(await recordsNamed(bench(), '/api/v2/persons')).toHaveLength(1)
})

test('a second loss is looked for, and never sent a third time', async () => {
  await bench().control('faults', { kind: 'reset-before', method: 'POST', times: 9 })
  const result = await bench().run('addDeal', inputOf('deal', 'title'), findExistingOption)
  expect(failure(result)).toMatchObject({ name: 'NoResponseError', recovery: 'check' })
  expect(result.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  expect(bench().slept).toEqual([1000, 3000, 1000, 3000])
})

test('where it can’t be looked for, nothing is sent again', async () => {
  await bench().control('faults', { kind: 'reset-after', method: 'POST' })
  await bench().control('faults', {
    kind: 'status',
    status: 500,
    path: '/api/v2/deals',
    method: 'GET',
  })
  const result = await bench().run('addDeal', inputOf('deal', 'title'), findExistingOption)
  expect(failure(result)).toMatchObject({ name: 'NoResponseError', recovery: 'check' })
  expect(result.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('a cancelled step is not looked after', async () => {
  const abort = new AbortController()
  await bench().control('faults', { kind: 'latency', ms: 60_000, method: 'POST' })
  const running = bench().run('addDeal', inputOf('deal', 'title'), {
    ...findExistingOption,
    signal: abort.signal,
  })
  while (!(await faultIsUsed(bench().sandbox.url, 'latency'))) await new Promise(setImmediate)
  abort.abort()
  const result = await running
  expect(failure(result)).toMatchObject({ recovery: 'check', message: 'The step was cancelled' })
  expect(result.requests).toHaveLength(1)
})

test('this machine’s clock need not be right', async () => {
  await bench().control('clock', { advance: 50 * 60_000 })
  await bench().control('faults', { kind: 'reset-after', method: 'POST' })
  const result = await bench().run('addDeal', inputOf('deal', 'title'), findExistingOption)
  expect(result).toHaveProperty('output.body.data.title', name)
  expect(await recordsNamed(bench(), '/api/v2/deals')).toHaveLength(1)
})

test.each([
  ['addPerson', 'person', '/api/v2/persons'],
  ['addOrganization', 'organization', '/api/v2/organizations'],
])('%s: one that was added with an old time is found too', async (action, kind, path) => {
  await bench().control('faults', { kind: 'reset-after', method: 'POST', path })
  const input = inputOf(kind, 'name', { add_time: '2020-02-02T10:00:00Z' })
  const result = await bench().run(action, input, findExistingOption)
  const records = await recordsNamed(bench(), path)
  expect(records).toHaveLength(1)
  expect(pick(result, 'output', 'body', 'data', 'id')).toBe(pick(records[0], 'id'))
})
