import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SandboxPage, Session } from '../../../workbench/api/index.ts'
import { newFolder } from '../../folder.ts'
import { openBench, type Bench } from './support.ts'

type Row = Readonly<Record<string, unknown>>
const page = (bench: Bench, kind: string, query = '') =>
  bench.get<SandboxPage>(`/api/sandbox/${kind}${query}`)

test('edits, and the connection, survive a restart', async () => {
  const folder = newFolder()
  const before = await openBench({ folder })
  const { body: deal } = await before.call<Row>('POST', '/api/sandbox/deals', { title: 'Kept' })
  await before.call('DELETE', '/api/sandbox/persons/1')
  const lead = (title: string) => ({ title, person_id: 2 })
  const { body: first } = await before.call<Row>('POST', '/api/sandbox/leads', lead('One'))
  const { id } = await before.connection()
  await before.close()

  const after = await openBench({ folder })
  expect((await page(after, 'deals')).rows[0]).toMatchObject({ id: deal['id'], title: 'Kept' })
  expect((await page(after, 'persons', '?cursor=')).rows).toHaveLength(50)
  expect((await after.call('DELETE', '/api/sandbox/persons/1')).status).not.toBe(204)
  const { body: second } = await after.call<Row>('POST', '/api/sandbox/leads', lead('Two'))
  expect(second['id']).not.toBe(first['id'])
  expect((await after.call('POST', `/api/connections/${id}/test`)).status).toBe(200)
  const { rows } = await page(after, 'deals', '?search=Kept')
  expect(rows).toHaveLength(1)
})

test('a file that is damaged is set aside, and the workbench starts and says so', async () => {
  const folder = newFolder()
  const first = await openBench({ folder })
  await first.call('POST', '/api/sandbox/deals', { title: 'Lost' })
  await first.close()
  const file = join(folder, 'sandbox.json')
  const whole = await readFile(file, 'utf8')
  for (const damaged of [whole.slice(0, 1000), '{}', whole.replace('"title":', '"titel":')]) {
    await writeFile(file, damaged)
    const notices: string[] = []
    const bench = await openBench({ folder, onNotice: text => notices.push(text) })
    expect(notices).toEqual([expect.stringContaining('was reset because its file was damaged')])
    expect((await bench.get<Session>('/api/session')).notices).toEqual(notices)
    expect((await page(bench, 'deals')).rows).toHaveLength(50)
    await bench.close()
  }
  const names = (await readdir(folder)).filter(name => name.startsWith('sandbox-damaged-'))
  expect(names).toHaveLength(3)
})

test('two workbenches don’t share a folder', async () => {
  const { folder } = await openBench()
  await expect(openBench({ folder })).rejects.toThrow('another process runs the workbench already')
})
