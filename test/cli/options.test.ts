import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { runCommand } from './command.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 10 })
})
afterAll(() => sandbox.close())

const options = (path: string, ...more: readonly string[]) =>
  runCommand(['options', 'updateDeal', path, '--url', sandbox.url, ...more], {
    env: { PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken },
  })
const labels = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => line.split(/ {2,}/)[1])

test('the options of a custom field are listed by its name, in any case, and by its key', async () => {
  const { code, stdout } = await options('deal.custom_fields.Source')
  expect(code).toBe(0)
  expect(labels(stdout)).toContain('Website')
  expect(await options('deal.custom_fields.source')).toMatchObject({ code, stdout })
  const headers = { authorization: `Bearer ${sandbox.accessToken}` }
  const answer = await fetch(`${sandbox.url}/api/v2/dealFields?limit=500`, { headers })
  const { data } = (await answer.json()) as { data: { field_name: string; field_code: string }[] }
  const key = data.find(({ field_name }) => field_name === 'Source')?.field_code
  expect(await options(`deal.custom_fields.${key}`)).toMatchObject({ code, stdout })
  const found = await options('deal.custom_fields.Source', '--search', 'webs')
  expect(labels(found.stdout)).toEqual(['Website'])
  const value = found.stdout.split(' ')[0] ?? ''
  expect((await options('deal.custom_fields.Source', '--value', value)).stdout).toBe(found.stdout)
})

test('the paths that an error names work as they stand', async () => {
  const { code, stderr } = await options('deal.custom_fields.Nothing')
  expect(code).toBe(2)
  const paths = /There are (.*)\.\n/.exec(stderr)?.[1]?.split(', ') ?? []
  expect(paths).toContain('deal.custom_fields.Source')
  expect(paths).toContain('deal.custom_fields.Budget.currency')
  for (const path of paths) expect((await options(path)).code).toBe(0)
})
