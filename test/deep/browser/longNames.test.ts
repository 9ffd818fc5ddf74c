import type { Locator, Page } from 'playwright-core'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

const long = 'A name that is longer than any place that there is for it on any page of this program'
const hebrew = 'מעקב אחר עסקאות חדשות'

const importFile = async (steps: readonly object[], label = long) => {
  const buffer = Buffer.from(JSON.stringify({ label, triggers: [], tasks: steps }))
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer })
  await page.getByRole('dialog', { name: 'Workflows' }).waitFor({ state: 'detached' })
}

const details = (name: string, label: string, id = 1) => ({
  name,
  label,
  type: 'pipedrive/v1/getDealDetails',
  parameters: { id },
})

const isCut = (text: Locator) =>
  text.evaluate(
    node => Number(Reflect.get(node, 'scrollWidth')) > Number(Reflect.get(node, 'clientWidth')),
  )

test('a long name leaves room for the state, and a name from right to left is read that way', async () => {
  await importFile([details('one', long), details('two', hebrew)])
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const runs = page.getByRole('region', { name: 'Runs' })
  const states = runs.locator('.mantine-Accordion-root .mantine-Badge-label')
  await states.nth(1).getByText('Done').waitFor()
  for (const state of await states.all()) expect(await isCut(state)).toBe(false)
  const names = page.getByText(hebrew, { exact: true })
  expect(await names.count()).toBeGreaterThan(1)
  expect(await names.and(page.locator(':dir(rtl)')).count()).toBe(await names.count())
})

test('a long run says how far it is, and once it is cancelled how far it came', async () => {
  const steps = Array.from({ length: 60 }, (_, i) => details(`step_${i}`, `Deal ${i}`, i + 1))
  await importFile(steps, 'Many')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByText(/^[1-9]\d* steps? done$/).waitFor()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  const notice = page.getByRole('status').filter({ hasText: 'This run was cancelled' })
  await notice.getByText(/\d+ steps? (was|were) completed/).waitFor()
  await notice.getByRole('link', { name: 'Resume it on the Runs page' }).click()
  await page.getByRole('button', { name: 'Resume' }).waitFor()
  expect(await page.getByText('The run was cancelled', { exact: true }).count()).toBe(0)
})

test('the account of a connection is read in a narrow window', async () => {
  await page.setViewportSize({ width: 400, height: 800 })
  await page.goto(`${bench.url}/connections`)
  const account = page.getByText('Mari Maasikas', { exact: false }).first()
  await account.waitFor()
  expect(await isCut(account)).toBe(false)
})

test('the options of a custom field are read in a narrow window', async () => {
  await page.goto(`${bench.url}/sandbox/fields`)
  const options = page.getByRole('table').locator('.mantine-Badge-label')
  await options.first().waitFor()
  for (const option of await options.all()) expect(await isCut(option)).toBe(false)
})
