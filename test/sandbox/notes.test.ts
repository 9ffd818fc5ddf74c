import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const add = async (note: object) =>
  (await sandbox.post('/v1/notes', { content: 'x', ...note })).body
const list = async (query: string) => (await sandbox.get(`/v1/notes?${query}`)).body.data

test('notes are listed by what they are about, sorted and in pages', async () => {
  const ids = []
  for (const content of ['b', 'a', 'c']) ids.push((await add({ content, org_id: 3 })).data.id)
  await add({ org_id: 4 })
  expect((await list('org_id=3')).map(note => note.id)).toEqual(ids)
  const sorted = await list('org_id=3&sort=content%20DESC')
  expect(sorted.map(note => note.content)).toEqual(['c', 'b', 'a'])
  const first = await sandbox.get('/v1/notes?org_id=3&limit=2')
  expect(first.body.additional_data).toMatchObject({
    pagination: { start: 0, limit: 2, more_items_in_collection: true, next_start: 2 },
  })
  expect(await list('org_id=3&limit=2&start=2')).toHaveLength(1)
  expect(await list('org_id=3&start_date=2090-01-01')).toEqual([])
})

test('pinned notes are pinned to something', async () => {
  const { data } = await add({ deal_id: 1, pinned_to_deal_flag: 1 })
  expect((await list('pinned_to_deal_flag=1')).map(note => note.id)).toEqual([data.id])
  expect((await add({ deal_id: 1, pinned_to_person_flag: 1 })).code).toContain('ERR_SCHEMA')
})

test.each<[object, number]>([
  [{}, 400],
  [{ deal_id: 999_999 }, 400],
  [{ deal_id: '1' }, 400],
  [{ deal_id: 1, content: ' ' }, 400],
  [{ deal_id: 1, project_id: 1 }, 400],
  [{ deal_id: 1, subject: 'x' }, 400],
])('%j is refused', async (note, status) => {
  expect((await sandbox.post('/v1/notes', { content: 'x', ...note })).status).toBe(status)
})

test('what is written in a note is found in searches, and counted', async () => {
  const { data } = (await sandbox.post('/api/v2/persons', { name: 'Noted' })).body
  await add({ person_id: data.id, content: 'Likes <b>Gugelhupf</b>' })
  const { items } = (await sandbox.get('/api/v2/persons/search?term=gugelhupf')).body.data
  expect(items.map(({ item }) => item.id)).toEqual([data.id])
  expect(must(items[0]).item).toMatchObject({ notes: ['Likes <b>Gugelhupf</b>'] })
  const none = await sandbox.get('/api/v2/persons/search?term=gugelhupf&fields=name')
  expect(none.body.data.items).toEqual([])
  const counted = await sandbox.get(`/api/v2/persons/${data.id}?include_fields=notes_count`)
  expect(counted.body.data).toMatchObject({ notes_count: 1 })
})

test('a comment belongs to its note, and goes with it', async () => {
  const [note, other] = [(await add({ deal_id: 2 })).data.id, (await add({ deal_id: 2 })).data.id]
  const path = `/v1/notes/${note}/comments`
  const { uuid } = (await sandbox.post(path, { content: 'Yes' })).body.data
  expect((await sandbox.get(`/v1/notes/${other}/comments/${uuid}`)).status).toBe(404)
  expect((await sandbox.get(path)).body.data).toHaveLength(1)
  await sandbox.remove(`/v1/notes/${note}`)
  expect((await sandbox.get(path)).status).toBe(404)
})
