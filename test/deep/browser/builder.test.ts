import type { Page } from 'playwright-core'
import { add, field, newWorkflow, panelOf, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const cards = (page: Page) =>
  page.getByRole('region', { name: 'Canvas' }).locator('[aria-keyshortcuts]')
const names = async (page: Page) =>
  page
    .getByRole('region', { name: 'Canvas' })
    .locator('[class*=foot] > :first-child')
    .allTextContents()
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

test('steps are duplicated, and copied into another workflow', async () => {
  const page = await bench.open('/', clipboard)
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Add lead')
  await field(panel, 'Title').fill('Follow up ${trigger_1.title}')
  await saved(page)
  const card = cards(page).filter({ hasText: 'Add lead' })
  await page
    .getByRole('region', { name: 'Canvas' })
    .getByText('Title = Follow up ${trigger_1.title}')
    .waitFor()
  await card.focus()
  await page.keyboard.press('Control+d')
  await cards(page).nth(2).waitFor()
  expect(await names(page)).toEqual(['trigger_1', 'addLead_1', 'addLead_2'])

  await cards(page).nth(2).focus()
  await page.keyboard.press('Control+c')
  await newWorkflow(page)
  await add(page, 'Get persons')
  await cards(page).first().focus()
  await page.keyboard.press('Control+v')
  await cards(page).nth(1).waitFor()
  expect(await names(page)).toEqual(['getPersons_1', 'addLead_2'])
  await field(panelOf(page), 'Title').waitFor()
  expect(await field(panelOf(page), 'Title').inputValue()).toBe('Follow up ${trigger_1.title}')

  // Text that is pasted into a field stays text.
  await field(panelOf(page), 'Title').focus()
  await page.keyboard.press('Control+v')
  expect(await names(page)).toHaveLength(2)
})

test('a step is found by its label, and shortcuts are listed', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get deals')
  const panel = await add(page, 'Get persons')
  await panel.getByRole('tab', { name: 'Description' }).click()
  await panel.getByRole('textbox', { name: 'Notes' }).fill('Everyone who works here')
  await page.getByRole('img', { name: 'Notes: Everyone who works here' }).waitFor()
  await add(page, 'Get leads')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Find a step' })
  await dialog.getByRole('textbox').fill('works here')
  await page.keyboard.press('Enter')
  await panelOf(page).getByRole('heading', { name: 'Get persons' }).waitFor()

  await cards(page).first().focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Find a step').waitFor()
})

test('a long workflow is seen as a whole, and has a map', async () => {
  const page = await bench.open('/')
  const tasks = Array.from({ length: 60 }, (_, index) => ({
    name: `getDeals_${index + 1}`,
    label: `Get deals ${index + 1}`,
    type: 'pipedrive/v1/getDeals',
    parameters: {},
  }))
  const buffer = Buffer.from(JSON.stringify({ label: 'Sixty', triggers: [], tasks }))
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'sixty.json', mimeType: 'application/json', buffer })
  const canvas = page.getByRole('region', { name: 'Canvas' })
  await canvas.getByText('Get deals 60').waitFor()
  await canvas.getByRole('img', { name: 'Map of the workflow' }).waitFor()
  await canvas.getByRole('button', { name: 'Fit View' }).click()
  const { y, height } = (await canvas.boundingBox()) ?? { y: 0, height: 0 }
  const boxOf = (text: string) => canvas.getByText(text, { exact: true }).boundingBox()
  const isInside = async (text: string) => {
    const box = await boxOf(text)
    return box !== null && box.y >= y && box.y + box.height <= y + height
  }
  while (!(await isInside('Get deals 60'))) await page.waitForTimeout(50)
  for (const text of ['Get deals 1', 'Get deals 60'])
    expect([text, await isInside(text)]).toEqual([text, true])
})
