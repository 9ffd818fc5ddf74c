import type { Locator, Page } from 'playwright-core'
import { add, choose, field, newWorkflow, saved, select, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const group = (panel: Locator, name: string) => panel.getByRole('group', { name, exact: true })

const openForm = async (page: Page) => {
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Reference').waitFor()
  return panel
}

test('a deal is given a value of every type of custom field, and the form still has each', async () => {
  const page = await bench.open('/workflows')
  const panel = await openForm(page)
  await field(panel, 'Title').fill('All of them')
  await field(panel, 'Reference').fill('REF-1 "x" 🦊')
  await field(panel, 'Competitors').fill('Rival & Co')
  await field(panel, 'Requirements').fill('line\nline')
  await field(panel, 'Discount %').fill('12.5')
  await group(panel, 'Budget').getByRole('textbox', { name: 'Amount' }).fill('123456789.25')
  await choose(group(panel, 'Budget'), 'Currency', 'USD', /US Dollar/)
  await select(panel, 'Source', 'Website')
  await field(panel, 'Interests').click()
  await page.getByRole('option', { name: 'Hardware' }).click()
  await page.getByRole('option', { name: 'R&D / training' }).click()
  await page.keyboard.press('Escape')
  await choose(panel, 'Presales', 'Mari', /Mari/)
  await choose(panel, 'Decision maker', 'Ada', /Ada/)
  await choose(panel, 'Reseller', 'Logistics', /Logistics/)
  await panel.getByLabel('Decision date').fill('2027-02-28')
  await group(panel, 'Rollout').getByLabel('Start').fill('2026-12-31')
  await group(panel, 'Rollout').getByLabel('End').fill('2027-01-01')
  await panel.getByLabel('Daily call').fill('09:15:00')
  await group(panel, 'Support hours').getByLabel('Start').fill('22:00:00')
  await group(panel, 'Support hours').getByLabel('End').fill('06:30:00')
  await field(panel, 'Hotline').fill('+44 20 7946 0000')
  await field(panel, 'Place of delivery').fill('Main Street 5')
  await saved(page)
  await runTest(panel)

  await page.reload()
  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  expect(await field(panel, 'Requirements').inputValue()).toBe('line\nline')
  expect(await field(panel, 'Source').inputValue()).toBe('Website')
  expect(await field(panel, 'Place of delivery').inputValue()).toBe('Main Street 5')
})

test('the next step has each field by its name, before anything ran and after', async () => {
  const page = await bench.open('/workflows')
  const panel = await openForm(page)
  await field(panel, 'Title').fill('Source of pills')
  await field(panel, 'Reference').fill('REF-2')
  await select(panel, 'Source', 'Website')
  await saved(page)
  const next = await add(page, 'Add person')
  const dock = next.getByRole('region', { name: 'Data from earlier steps' })
  await dock.getByRole('textbox', { name: 'Filter the data' }).fill('custom')
  for (const name of names) await dock.getByText(name, { exact: true }).first().waitFor()

  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  await runTest(panel)
  await page.getByRole('button', { name: 'Add person', exact: true }).last().click()
  await field(next, 'Name').click()
  await dock.getByRole('textbox', { name: 'Filter the data' }).fill('Source')
  const pill = dock.getByTitle('${addDeal_1.body.data.custom.Source}')
  await pill.getByText('Website').waitFor()
  await pill.click()
  expect(await field(next, 'Name').inputValue()).toBe('${addDeal_1.body.data.custom.Source}')
})

const names = [
  ...['Reference', 'Competitors', 'Requirements', 'Discount %', 'Budget', 'Source', 'Interests'],
  ...['Presales', 'Decision maker', 'Reseller', 'Decision date', 'Rollout', 'Daily call'],
  ...['Support hours', 'Hotline', 'Place of delivery'],
]
