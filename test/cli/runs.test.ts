import { pipedrive } from '../../component/index.ts'
import { spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endRun, openStore, startRun } from '../../runtime/store/index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runs-'))
  const store = await openStore({ component: pipedrive, folder })
  for (let number = 0; number < 120; number++) {
    const { id } = await startRun(store, 'workflow.json', null)
    await endRun(store, id, { state: number % 2 === 0 ? 'parked' : 'done', tokenCost: 0 })
  }
  store.close()
})

const runs = (...options: readonly string[]) =>
  spawnSync(process.execPath, ['dist/bundle/cli/index.js', 'runs', ...options], {
    encoding: 'utf8',
    env: { ...process.env, PIPEDRIVE_COMPONENT_DATA: folder },
  })
const ids = (...options: readonly string[]) =>
  (JSON.parse(runs('--json', ...options).stdout) as { id: number }[]).map(({ id }) => id)

test('a list that was cut says so, and how to see the rest', () => {
  const { stdout, stderr } = runs('--state', 'parked')
  expect(stdout.trim().split('\n')).toHaveLength(50)
  expect(stderr).toContain('There are older ones: --before 21')
})

test('every parked run can be listed', () => {
  const newest = ids('--state', 'parked')
  const older = ids('--state', 'parked', '--before', String(newest.at(-1)))
  expect([...newest, ...older]).toEqual(Array.from({ length: 60 }, (_, at) => 119 - 2 * at))
})

test('a list that is whole says nothing of others', () => {
  expect(runs('--state', 'parked', '--before', '21').stderr).toBe('')
  expect(runs('--state', 'dead').stderr).toBe('There are none.\n')
})
