import { pipedrive } from '../../component/index.ts'
import { endRun, openStore, startRun } from '../../runtime/store/index.ts'
import { newFolder } from '../folder.ts'
import { runCommand } from './command.ts'

const folder = newFolder()
beforeAll(async () => {
  const store = await openStore({ component: pipedrive, folder })
  for (let number = 0; number < 120; number++) {
    const { id } = await startRun(store, 'workflow.json', null)
    await endRun(store, id, { state: number % 2 === 0 ? 'parked' : 'done', tokenCost: 0 })
  }
  store.close()
})

const runs = (...options: readonly string[]) =>
  runCommand(['runs', ...options], { env: { PIPEDRIVE_COMPONENT_DATA: folder } })
const ids = async (...options: readonly string[]) =>
  (JSON.parse((await runs('--json', ...options)).stdout) as { id: number }[]).map(({ id }) => id)

test('a list that was cut says so, and how to see the rest', async () => {
  const { stdout, stderr } = await runs('--state', 'parked')
  expect(stdout.trim().split('\n')).toHaveLength(50)
  expect(stderr).toContain('There are older ones: --before 21')
})

test('every parked run can be listed', async () => {
  const newest = await ids('--state', 'parked')
  const older = await ids('--state', 'parked', '--before', String(newest.at(-1)))
  expect([...newest, ...older]).toEqual(Array.from({ length: 60 }, (_, at) => 119 - 2 * at))
})

test('a list that is whole says nothing of others', async () => {
  expect(await runs('--state', 'parked', '--before', '21')).toMatchObject({ stderr: '' })
  expect((await runs('--state', 'dead')).stderr).toBe('There are none.\n')
})

test('one run is shown and retried for machines too', async () => {
  const shown = await runs('show', '119', '--json')
  expect(shown.stdout.split('\n')).toHaveLength(2)
  expect(JSON.parse(shown.stdout)).toMatchObject({ id: 119, state: 'parked', steps: [] })
  const { stdout } = await runs('retry', '119', '--json')
  expect(JSON.parse(stdout)).toEqual({ id: 119, state: 'waiting' })
  const gone = await runs('show', '999', '--json')
  expect(JSON.parse(gone.stdout)).toMatchObject({ error: { message: 'there is no run 999' } })
})
