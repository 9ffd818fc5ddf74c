import { useSandbox } from './harness.ts'

const sandbox = useSandbox()
const me = 12415231

const kinds = [
  ['deals', { title: 'A & "B" / ${c} 100%' }, { title: 'Renamed' }],
  ['persons', { name: 'Zoë d’Été' }, { name: 'Zoë Other' }],
  ['organizations', { name: 'Ünïcode & Co' }, { name: 'Renamed' }],
  ['activities', { subject: 'Call back' }, { subject: 'Call later', done: true }],
] as const

describe.each(kinds)('%s', (path, add, change) => {
  test('add, get, change, delete', async () => {
    const added = await sandbox.post(`/api/v2/${path}`, add)
    expect(added.status).toBe(200)
    expect(added.body.data).toMatchObject({ ...add, owner_id: me, is_deleted: false })
    const one = `/api/v2/${path}/${added.body.data.id}`
    const asked = path === 'activities' ? `${one}?include_fields=attendees` : one
    expect((await sandbox.get(asked)).body.data).toEqual(added.body.data)

    await sandbox.advance(5000)
    const changed = await sandbox.patch(one, change)
    expect(changed.body.data).toMatchObject(change)
    expect(changed.body.data.update_time > added.body.data.update_time).toBe(true)

    const removed = await sandbox.remove(one)
    expect(removed.body).toEqual({ success: true, data: { id: added.body.data.id } })
    for (const again of [
      await sandbox.get(one),
      await sandbox.remove(one),
      await sandbox.patch(one, change),
    ])
      expect(again.status).toBe(410)
    expect((await sandbox.get(`/api/v2/${path}?ids=${added.body.data.id}`)).body.data).toEqual([])
  })

  test('what never was is 404, no number is 400', async () => {
    expect((await sandbox.get(`/api/v2/${path}/99999999`)).status).toBe(404)
    expect((await sandbox.get(`/api/v2/${path}/abc`)).status).toBe(400)
    expect((await sandbox.remove(`/api/v2/${path}/0`)).status).toBe(400)
  })

  test('optional fields come only when asked for', async () => {
    const field = path === 'activities' ? 'attendees' : 'smart_bcc_email'
    expect((await sandbox.get(`/api/v2/${path}/1`)).body.data).not.toHaveProperty(field)
    const asked = await sandbox.get(`/api/v2/${path}/1?include_fields=${field}`)
    expect(asked.body.data).toHaveProperty(field)
  })
})

test('deleted records are forgotten after 30 days', async () => {
  const { body } = await sandbox.post('/api/v2/deals', { title: 'Short-lived' })
  const one = `/api/v2/deals/${body.data.id}`
  await sandbox.remove(one)
  const deleted = async () =>
    (await sandbox.all('/api/v2/deals?status=deleted')).map(deal => deal.id)
  expect(await deleted()).toContain(body.data.id)
  await sandbox.advance(30 * 24 * 3_600_000)
  expect((await sandbox.get(one)).status).toBe(404)
  expect(await deleted()).toEqual([])
})

test('an activity has attendees and an outcome', async () => {
  const attendees = [
    { email: 'a@mail.example', name: 'A', is_organizer: true },
    { email: 'b@mail.example', person_id: 1 },
  ]
  const { options } = (await sandbox.get('/api/v2/activityFields/outcome')).body.data
  const outcome = options[0]?.id
  const { data } = (await sandbox.post('/api/v2/activities', { attendees, outcome })).body
  expect(data).toMatchObject({ attendees, outcome })
  const one = `/api/v2/activities/${data.id}`
  expect((await sandbox.patch(one, { done: true })).body.data).toMatchObject({ attendees, outcome })
  expect((await sandbox.patch(one, { outcome: null })).body.data).toMatchObject({ outcome: null })
  expect((await sandbox.patch(one, { outcome: 5 })).status).toBe(400)
  expect((await sandbox.patch(one, { priority: 1 })).status).toBe(400)
})
