import type { Page } from 'playwright-core'
import { barriers } from './axe.ts'
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

test('a reference is completed while it is typed, with the keyboard alone, and shown as a chip', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Add lead')
  const title = field(panel, 'Title')
  await title.fill('Call ')
  await title.pressSequentially('${trigger_1.ti')
  const option = page.getByRole('option', { name: /^trigger_1\.title string/ })
  await option.waitFor()
  // What is being typed is not wrong yet.
  expect(await panel.getByText('is not closed').isVisible()).toBe(false)
  await page.keyboard.press('Enter')
  expect(await title.inputValue()).toBe('Call ${trigger_1.title}')
  await panel.getByText('→ Call').waitFor()
  await page.keyboard.type(' about ${trigger_1.val')
  await page.getByRole('option', { name: /^trigger_1\.value/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  await panel.getByText('is not closed').waitFor()
  await page.keyboard.type('ue}')
  expect(await title.inputValue()).toBe('Call ${trigger_1.title} about ${trigger_1.value}')
  const chip = panel.locator('[class*=chip]').filter({ hasText: 'title' })
  expect(await chip.isVisible()).toBe(false)
  await title.blur()
  expect(await chip.innerText()).toContain('New Deal')
  expect(await barriers(page)).toEqual([])
  await title.click()
  expect(await chip.isVisible()).toBe(false)
})

test('a reference that does not fit is told at its field and on its card, and a fallback helps', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill("${trigger_1.title ?? 'Deal'}")
  await panel
    .locator('[class*=chip]')
    .filter({ hasText: "or 'Deal'" })
    .waitFor({ state: 'attached' })
  await field(panel, 'Value').fill('${trigger_1.title}')
  await panel.getByText(/^Value takes a number; this is the text/).waitFor()
  await page.getByRole('region', { name: 'Canvas' }).getByText('1 problem').waitFor()
  await field(panel, 'Value').fill('${trigger_1.value}')
  await panel.getByText('Value takes a number').waitFor({ state: 'detached' })
  await page
    .getByRole('region', { name: 'Canvas' })
    .getByText('1 problem')
    .waitFor({ state: 'detached' })

  const person = await add(page, 'Get details of a person')
  await person.getByRole('button', { name: 'Data from an earlier step for Person' }).click()
  await field(person, 'Person').fill('${trigger_1.person_id}')
  await person.getByText('A fallback would do: ${trigger_1.person_id ?? 1}').waitFor()
  await field(person, 'Person').fill('${trigger_1.person_id ?? 1}')
  await person.getByText('A fallback would do').waitFor({ state: 'detached' })
  await person.getByRole('button', { name: 'Test', exact: true }).click()
  await person.getByText('Output matches its definition').waitFor()
})
