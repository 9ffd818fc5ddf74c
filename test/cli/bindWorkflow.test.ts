import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startSandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { connected } from '../runtime/store/support.ts'
import { runCommand } from './command.ts'

const open = async (tasks: readonly object[]) => {
  const sandbox = await startSandbox()
  const { folder, store } = await connected(sandbox)
  store.close()
  onTestFinished(() => sandbox.close())
  const file = join(newFolder(), 'workflow.json')
  await writeFile(file, JSON.stringify({ label: 'Names', tasks, futureKey: 1 }))
  const env = { PIPEDRIVE_COMPONENT_DATA: folder }
  const cli = (...words: readonly string[]) =>
    runCommand([...words, '--connection', 'main'], { env })
  return { file, cli, env }
}
const add = (deal: object) => ({ name: 'add', type: 'pipedrive/v1/addDeal', parameters: { deal } })
const custom_fields = { Budget: { value: 5, currency: 'EUR' }, Source: 'Trade fair' }

test('a workflow file keeps the keys of its names, and a rename breaks nothing', async () => {
  const { file, cli } = await open([add({ title: 'Bound', custom_fields })])
  const bound = await cli('workflow', 'bind', file)
  expect(bound).toMatchObject({ code: 0, stderr: '' })
  const [key] = /[0-9a-f]{40}/.exec(bound.stdout) ?? []
  expect(bound.stdout).toContain(`add: Budget is ${key}`)
  const { futureKey, tasks } = JSON.parse(await readFile(file, 'utf8'))
  expect(futureKey).toBe(1)
  expect(tasks[0]).toMatchObject({
    parameters: { deal: { custom_fields } },
    metadata: { boundNames: { deal: { Budget: { key } } } },
  })

  const body = { field_name: 'Means' }
  const rename = { method: 'PATCH', path: `/api/v2/dealFields/${key}`, body }
  expect((await cli('run', 'customAction', '--input', JSON.stringify(rename))).code).toBe(0)
  const ran = await cli('workflow', 'run', file)
  expect(ran.code).toBe(0)
  expect(ran.stderr).toContain(
    'deal.custom_fields.Budget: expected its current name, got an old one: the custom field "Budget" is now called "Means" in Pipedrive',
  )
  const again = await cli('workflow', 'bind', file, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({
    boundNames: { add: { deal: { Budget: { key } } } },
    warnings: [{ node: 'add', path: 'deal.custom_fields.Budget' }],
  })
})

test('a name that is not there, or not any more, is no success', async () => {
  const { file, cli } = await open([add({ title: 'Bound', custom_fields: { Reference: 'x' } })])
  const bound = await cli('workflow', 'bind', file)
  const [key] = /[0-9a-f]{40}/.exec(bound.stdout) ?? []
  const call = async (request: object) =>
    expect((await cli('run', 'customAction', '--input', JSON.stringify(request))).code).toBe(0)
  await call({ method: 'DELETE', path: `/api/v2/dealFields/${key}` })
  const gone = await cli('workflow', 'bind', file)
  expect(gone.code).toBe(2)
  expect(gone.stdout).not.toContain(`Reference is ${key}`)
  expect(gone.stderr).toContain('the custom field "Reference" was deleted in Pipedrive')

  const body = { field_name: 'Reference', field_type: 'date' }
  await call({ method: 'POST', path: '/api/v2/dealFields', body })
  const ran = await cli('workflow', 'run', file)
  expect(ran.code).toBe(2)
  expect(ran.stderr).toContain('`workflow bind FILE`')
  expect(ran.stderr).not.toContain('is used from now on')
  const rebound = await cli('workflow', 'bind', file)
  expect(rebound).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('look whether it is of the same type'),
  })
})

test('one answer has every wrong name of every step, with its place', async () => {
  const wrong = { Bugdet: 1, Source: 'Nope', Interests: ['Hardware', 'A', 'B'] }
  const next = { ...add({ title: '${add.body.data.custom.Nix}' }), name: 'next' }
  const { file, cli } = await open([add({ title: 'x', custom_fields: wrong }), next])
  const { code, stdout } = await cli('workflow', 'bind', file, '--json')
  expect(code).toBe(2)
  const { warnings } = JSON.parse(stdout) as { warnings: { node: string; path: string }[] }
  expect(warnings.map(({ node, path }) => `${node} ${path}`)).toEqual([
    ...['add deal.custom_fields.Bugdet', 'add deal.custom_fields.Source'],
    ...['add deal.custom_fields.Interests', 'add deal.custom_fields.Interests'],
    'next deal.title',
  ])
})

test('a file that could not run is left as it is', async () => {
  const { file, cli } = await open([{ ...add({}), type: 'pipedrive/v1/addDael' }])
  const before = await readFile(file, 'utf8')
  const { code, stderr } = await cli('workflow', 'bind', file)
  expect(code).not.toBe(0)
  expect(stderr).toContain('did you mean addDeal?')
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('an account that does not answer leaves the file as it is', async () => {
  const { file, env } = await open([add({ title: 'Bound', custom_fields })])
  const before = await readFile(file, 'utf8')
  const words = ['workflow', 'bind', file, '--url', 'http://127.0.0.1:9']
  const { code } = await runCommand(words, { env: { ...env, PIPEDRIVE_ACCESS_TOKEN: 'x' } })
  expect(code).not.toBe(0)
  expect(await readFile(file, 'utf8')).toBe(before)
})
