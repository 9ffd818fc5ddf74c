import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { runCommand } from './command.ts'
import { addFault } from '../faults.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 10 })
})
afterAll(() => sandbox.close())

const run = async (...command: readonly string[]) => {
  const words = ['run', ...command, '--url', sandbox.url, '--json']
  const env = { PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const { code, stdout } = await runCommand(words, { env })
  return { code, result: JSON.parse(stdout || 'null') as unknown }
}
const person = ['addPerson', '--input', '{"person": {"name": "Jo van Dam"}}'] as const

test('a person whose answer is lost is found, if --on-unknown says so', async () => {
  await addFault(sandbox.url, { kind: 'reset-after', method: 'POST' })
  expect(await run(...person)).toMatchObject({
    code: 5,
    result: { error: { hint: expect.stringContaining('a person named "Jo van Dam"') } },
  })
  await addFault(sandbox.url, { kind: 'reset-after', method: 'POST' })
  const other = ['addPerson', '--input', '{"person": {"name": "Lu"}}'] as const
  expect(await run(...other, '--on-unknown', 'find-existing')).toMatchObject({
    code: 0,
    result: {
      output: { body: { data: { name: 'Lu' } } },
      warnings: [
        { path: 'POST /api/v2/persons', got: expect.stringContaining('not written again') },
      ],
    },
  })
})

test.each([
  ['getDeals', 'find-existing'],
  ['addPerson', 'anything'],
])('run %s --on-unknown %s is wrong usage', async (action, what) => {
  expect(await run(action, '--on-unknown', what)).toMatchObject({ code: 2 })
})

test('--timeout ends a step, and the command at once', async () => {
  await addFault(sandbox.url, { kind: 'latency', ms: 600_000 })
  const start = performance.now()
  expect(await run('getDealDetails', '--input', '{"id": 1}', '--timeout', '1')).toMatchObject({
    code: 124,
    result: { error: { message: 'The step took longer than 1 s', recovery: 'retry' } },
  })
  expect(performance.now() - start).toBeLessThan(8_000)
})
