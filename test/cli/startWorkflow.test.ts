import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startSandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { connected } from '../runtime/store/support.ts'
import { runCommand, startCommand } from './command.ts'

const fileOf = async (trigger: string, action: string, parameters: unknown) => {
  const file = join(newFolder(), 'workflow.json')
  const triggers = [{ name: 't', type: `pipedrive/v1/${trigger}` }]
  const tasks = [{ name: 'a', type: `pipedrive/v1/${action}`, parameters }]
  await writeFile(file, JSON.stringify({ label: 'Desks', triggers, tasks }))
  return file
}

test('--count handles so many events and no more, though they cause others', async () => {
  const file = await fileOf('newDeal', 'addDeal', { deal: { title: '${t.title}+' } })
  const { code, stdout } = await runCommand([
    ...['workflow', 'start', file, '--sandbox', '--count', '8', '--json'],
  ])
  const runs = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: number; state: string })
  expect(code).toBe(0)
  expect(runs.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'done'))
  expect(new Set(runs.map(({ id }) => id)).size).toBe(8)
}, 30_000)

test('a workflow that starts itself is stopped, and how to go on is said here and in the list', async () => {
  const sandbox = await startSandbox({ scale: 20 })
  const { folder, store } = await connected(sandbox)
  store.close()
  const file = await fileOf('updatedDeal', 'customAction', {
    ...{ method: 'PATCH', path: '/api/v2/deals/${t.id}', body: { title: '${t.title}+' } },
  })
  const env = { PIPEDRIVE_COMPONENT_DATA: folder }
  const words = ['workflow', 'start', file, '--connection', 'main', '--count', '11']
  const command = startCommand(words, { env })
  const headers = { authorization: `Bearer ${sandbox.accessToken}` }
  const hooks = async () => {
    const response = await fetch(`${sandbox.url}/api/v1/webhooks`, { headers })
    return ((await response.json()) as { data: unknown[] }).data
  }
  while ((await hooks()).length === 0) await setTimeout(20)
  await fetch(`${sandbox.url}/api/v2/deals/1`, {
    ...{ method: 'PATCH', body: JSON.stringify({ title: 'Desks' }) },
    headers: { ...headers, 'content-type': 'application/json' },
  })
  const { code, stdout, stderr } = await command.ended
  expect(code).toBe(0)
  expect(stdout.match(/: done/g)).toHaveLength(10)
  expect(stdout).toMatch(/run 11: skipped, \d+ tokens\n$/)
  expect(stderr).toContain('“Desks” starts itself')
  expect(stderr).toContain('To run this one all the same, retry the run.')
  const listed = await runCommand(['runs', '--state', 'skipped'], { env })
  expect(listed.stdout).toContain('Change the workflow so that it does not write what starts it')
  expect((await runCommand(['runs', '--state', 'failed'], { env })).stderr).toBe(
    'There are none.\n',
  )
  await sandbox.close()
}, 30_000)

test('runs of a sandbox are printed, and not kept', async () => {
  const file = await fileOf('newDeal', 'addDeal', { deal: { title: 'Desks' } })
  const env = { PIPEDRIVE_COMPONENT_DATA: newFolder() }
  const words = ['workflow', 'start', file, '--sandbox', '--count', '2']
  const { stdout } = await runCommand(words, { env })
  expect(stdout.match(/^run \d: done/gm)).toHaveLength(2)
  expect((await runCommand(['runs', '--json'], { env })).stdout).toBe('[]\n')
}, 30_000)
