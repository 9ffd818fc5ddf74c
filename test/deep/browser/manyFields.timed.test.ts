import type { Sandbox } from '../../../sandbox/index.ts'
import { connectTo, startAccount } from './account.ts'
import { barriers } from './axe.ts'
import { add, field, newWorkflow, saved, test as runTest } from './editor.ts'
import { customFields } from './fillCustomFields.ts'
import { useBench } from './support.ts'

const bench = useBench()

let account: Sandbox
beforeAll(async () => {
  account = await startAccount({ dealFields: 501 })
})
afterAll(() => account.close())

test('of 501 fields the wanted ones are searched by name, and stay in the form', async () => {
  const page = await bench.open('/connections')
  await connectTo(page, account, 'Large')
  await page.goto(bench.url)
  await newWorkflow(page)
  await page.getByRole('combobox', { name: 'Connection of the workflow' }).click()
  await page.getByRole('option', { name: 'Large' }).click()
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill('Sails')
  const picker = panel.getByRole('combobox', { name: 'Add one of Custom fields' })
  await picker.waitFor()
  expect(await picker.getAttribute('placeholder')).toContain('501')

  await picker.click()
  await page.getByRole('option', { name: '451 more: type to narrow them down' }).waitFor()
  expect(await barriers(page)).toEqual([])
  const started = performance.now()
  await picker.fill('support ho')
  await page.getByRole('option', { name: 'Support hours' }).click()
  const start = customFields(panel).getByRole('group', { name: 'Support hours' })
  // The field that was chosen has the focus: what comes next is to fill it in.
  await start.locator('input:focus').waitFor()
  console.info(`a field of 501 was there after ${Math.round(performance.now() - started)} ms`)
  await start.getByLabel(/^Start/).fill('22:00:00')
  await start.getByLabel(/^End/).fill('06:00:00')
  await picker.fill('no such field')
  await page.getByText('No field of that name').waitFor()
  await picker.fill('reference')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // The focus is there at once, so that no letter is lost.
  await page.keyboard.type('REF-8')
  await saved(page)
  await runTest(panel, 'Test')
  await page.reload()
  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  expect(await field(panel, 'Reference').inputValue()).toBe('REF-8')
  expect(await start.getByLabel(/^Start/).inputValue()).toBe('22:00:00')
})
