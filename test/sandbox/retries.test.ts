import { useReceiver, useSandbox } from './harness.ts'

const sandbox = useSandbox({}, true)
const receiver = useReceiver()
const minutes = 60_000
const day = 24 * 60 * minutes
const subscribe = async () => {
  const { body } = await sandbox.post('/v1/webhooks', {
    name: 'Retries',
    subscription_url: receiver.url,
    event_action: 'create',
    event_object: 'deal',
  })
  return body.data.id
}
const event = () => sandbox.post('/api/v2/deals', { title: 'Event' })
const outcomes = async () => {
  const { body } = await sandbox.get('/_sandbox/deliveries')
  return body.attempts.map(one => [one.attempt, one.outcome])
}
const attempts = () => receiver.deliveries.map(one => one.body.meta.attempt)
const exists = async (id: number) => {
  const { body } = await sandbox.get('/v1/webhooks')
  return body.data.some(webhook => webhook.id === id)
}

beforeEach(async () => {
  await sandbox.post('/_sandbox/reset', {})
  receiver.answer(200)
  receiver.clear()
})

test('retried after 3, 30 and 150 seconds, then given up', async () => {
  await subscribe()
  receiver.answer(500)
  await event()
  await sandbox.advance(2900)
  expect(attempts()).toEqual([1])
  await sandbox.advance(200)
  expect(attempts()).toEqual([1, 2])
  await sandbox.advance(29_000)
  expect(attempts()).toEqual([1, 2])
  await sandbox.advance(2000)
  expect(attempts()).toEqual([1, 2, 3])
  await sandbox.advance(150_000)
  expect(attempts()).toEqual([1, 2, 3, 4])
  await sandbox.advance(10 * minutes)
  expect(attempts()).toEqual([1, 2, 3, 4])
  const ids = new Set(receiver.deliveries.map(one => one.body.meta.id))
  expect(ids.size).toBe(1)
})

test('one long move of the clock does the same', async () => {
  await subscribe()
  receiver.answer(404)
  await event()
  await sandbox.advance(10 * minutes)
  expect(attempts()).toEqual([1, 2, 3, 4])
})

test('a retry that succeeds ends it; any 2xx is success', async () => {
  await subscribe()
  receiver.answer(503)
  await event()
  await sandbox.advance(0)
  receiver.answer(204)
  await sandbox.advance(10 * minutes)
  expect(await outcomes()).toEqual([
    [1, 503],
    [2, 204],
  ])
})

test('a redirect is no success', async () => {
  await subscribe()
  receiver.answer(302)
  await event()
  expect(await outcomes()).toEqual([[1, 302]])
})

test('no answer within ten seconds is a failure', async () => {
  await subscribe()
  receiver.answer('never')
  await event()
  await sandbox.advance(9999)
  expect(await outcomes()).toEqual([])
  receiver.answer(200)
  await sandbox.advance(1)
  expect(await outcomes()).toEqual([[1, 'timeout']])
  await sandbox.advance(3000)
  expect(await outcomes()).toEqual([
    [1, 'timeout'],
    [2, 200],
  ])
})

test('ten failed first attempts ban it for half an hour; what happens meanwhile is lost', async () => {
  await subscribe()
  receiver.answer(500)
  for (let count = 0; count < 10; count++) await event()
  expect(await outcomes()).toHaveLength(10)
  receiver.answer(200)
  receiver.clear()
  await event()
  expect((await outcomes()).at(-1)).toEqual([1, 'banned'])
  await sandbox.advance(10 * minutes)
  expect(attempts().every(attempt => attempt > 1)).toBe(true)
  await sandbox.advance(21 * minutes)
  receiver.clear()
  await event()
  await outcomes()
  expect(attempts()).toEqual([1])
})

test('failed retries do not count towards the ban', async () => {
  await subscribe()
  receiver.answer(500)
  for (let count = 0; count < 4; count++) await event()
  await sandbox.advance(10 * minutes)
  expect(await outcomes()).toHaveLength(16)
  receiver.clear()
  await event()
  await outcomes()
  expect(attempts()).toEqual([1])
})

test('three days without a success delete it', async () => {
  const id = await subscribe()
  receiver.answer(500)
  await event()
  await sandbox.advance(3 * day - minutes)
  expect(await exists(id)).toBe(true)
  await sandbox.advance(2 * minutes)
  expect(await exists(id)).toBe(false)
})

test('a success in between saves it, and so does silence', async () => {
  const [id] = [await subscribe()]
  receiver.answer(500)
  await event()
  await sandbox.advance(0)
  receiver.answer(200)
  await sandbox.advance(4 * day)
  expect(await exists(id)).toBe(true)
})
