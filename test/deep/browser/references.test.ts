import type { Page } from 'playwright-core'
import { add, field, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const cardOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Canvas' }).getByRole('button', { name, exact: true })

test('a value is dragged into a field, follows a new name, and is marked when its step is gone', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Search persons')
  const data = panel.getByRole('tree', { name: 'Values of earlier steps' })
  await data.getByText('title', { exact: true }).dragTo(field(panel, 'Term'))
  expect(await field(panel, 'Term').inputValue()).toBe('${trigger_1.title}')

  await cardOf(page, 'New Deal').focus()
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('won_deal')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('input[value="${won_deal.title}"]').waitFor()

  await cardOf(page, 'New Deal').focus()
  await page.keyboard.press('Delete')
  await panel
    .getByText(/won_deal/)
    .first()
    .waitFor()
  await page.getByRole('region', { name: 'Canvas' }).getByText('1 problem').waitFor()
})

test('a workflow is changed as JSON, exported, and imported as it was', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get persons')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Workflow as JSON' }).click()
  const json = page.getByRole('textbox', { name: 'Workflow as JSON' })
  const text = await json.inputValue()
  await json.fill(text.replace('"label": "New workflow"', '"label": "Travels"'))
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.locator('input[value="Travels"][aria-label="Name of the workflow"]').waitFor()

  await json.fill('{ "label": ')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('alert').getByText('apply again').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await (await downloading).path()
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('dialog', { name: 'Workflows' }).waitFor({ state: 'detached' })
  await cardOf(page, 'Get persons').waitFor()
  await page.locator('input[value="Travels"][aria-label="Name of the workflow"]').waitFor()
})
