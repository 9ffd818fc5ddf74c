import { readFileSync } from 'node:fs'
import { findings, type Row } from '../../cli/tour/report.ts'
import { toured } from '../../cli/tour/steps.ts'
import { pipedrive } from '../../component/index.ts'
import { optionsSources } from '../../engine/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { runCommand } from './command.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const newest = async (kind: string): Promise<unknown> => {
  const headers = { authorization: `Bearer ${sandbox.accessToken}` }
  const query = 'sort_by=id&sort_direction=desc&limit=1'
  const answer = await fetch(`${sandbox.url}/api/v2/${kind}?${query}`, { headers })
  return ((await answer.json()) as { data: { id: number }[] }).data[0]?.id
}
const newestOfAll = () =>
  Promise.all(['deals', 'persons', 'organizations', 'activities'].map(newest))

const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)
const actions = names(pipedrive.actions)
const triggers = names(pipedrive.triggers)

interface Printed {
  readonly summary: string
  readonly skipped: readonly string[]
  readonly rows: readonly Row[]
}

test('the tour runs everything that has a step, and removes what it has made', async () => {
  const before = await newestOfAll()
  const env = { PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const ended = await runCommand(['tour', '--json', '--url', sandbox.url], { env })
  expect(ended.code).toBe(0)
  const { summary, skipped, rows } = JSON.parse(ended.stdout) as Printed
  const lists = new Set(pipedrive.actions.flatMap(action => [...optionsSources(action).values()]))
  const run = actions.length - skipped.length
  expect(summary).toBe(
    `${run}/${actions.length} actions, ${triggers.length}/${triggers.length} triggers, ${lists.size} option lists`,
  )
  expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([])
  expect(ended.stdout + ended.stderr).not.toMatch(/v1u:|Basic |Bearer /)
  expect(await newestOfAll()).toEqual(before)
}, 60_000)

test('every action of the contract has a step', () => {
  const file = new URL('../contract/seed-facts.json', import.meta.url)
  const contract = JSON.parse(readFileSync(file, 'utf8')) as Record<'actions', { name: string }[]>
  expect(toured).toEqual(expect.arrayContaining(names(contract.actions)))
})

const passed = (name: string, kind: Row['kind'] = 'action'): Row => ({ kind, name, ms: 1 })
const done = [...toured.map(name => passed(name)), ...triggers.map(name => passed(name, 'trigger'))]

test('an action without a step is named, and is no fault', () => {
  const found = findings(done, { actions: [...toured, 'getNote'], triggers, toured })
  expect(found).toMatchObject({ skipped: ['getNote'], faults: [] })
  expect(found.summary).toContain(`${toured.length}/${toured.length + 1} actions`)
})

test('what fails or does not happen is a fault, by name', () => {
  const [first = '', second = ''] = toured
  const failed = { ...passed(first), problem: 'no answer' }
  const rows = [failed, ...done.filter(({ name }) => name !== first && name !== second)]
  expect(findings(rows, { actions: toured, triggers, toured }).faults).toEqual([first, second])
  const [trigger = ''] = triggers
  const without = done.filter(({ name }) => name !== trigger)
  expect(findings(without, { actions: toured, triggers, toured }).faults).toEqual([trigger])
})
