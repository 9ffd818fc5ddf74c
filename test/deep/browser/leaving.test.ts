import type { Page } from 'playwright-core'
import { add, choose, field, newWorkflow, panelOf, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
const questions: string[] = []
beforeAll(async () => {
  page = await bench.open('/')
  page.on('dialog', dialog => {
    questions.push(dialog.type())
    void dialog.accept()
  })
})

test('what was typed just before the page is reloaded is there, and nothing is asked', async () => {
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill('Sails')
  await saved(page)
  await field(panel, 'Title').fill('Sails for the mast')
  await page.reload()
  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  expect(await field(panel, 'Title').inputValue()).toBe('Sails for the mast')
  expect(questions).toEqual([])
})

test('a run that was started here ends with the page, so that is asked first', async () => {
  await newWorkflow(page)
  for (let step = 0; step < 3; step++) await add(page, 'Get deals')
  await choose(panelOf(page), 'User', 'Mari')
  await saved(page)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor()
  await page.reload()
  expect(questions).toEqual(['beforeunload'])
})

test('a dialog with something typed in it is not closed by a slip', async () => {
  const stays = async (title: string, label: string) => {
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.getByRole('textbox', { name: label, exact: true }).fill('Typed')
    await page.keyboard.press('Escape')
    await page.mouse.click(20, 450)
    expect(await dialog.getByRole('textbox', { name: label, exact: true }).inputValue()).toBe(
      'Typed',
    )
    await dialog.getByRole('button', { name: 'Close' }).first().click()
    await dialog.waitFor({ state: 'detached' })
  }
  await page.goto(`${bench.url}/sandbox`)
  await page.getByRole('button', { name: 'Add deal' }).click()
  await stays('Add deal', 'Title')
  await page.getByRole('tab', { name: 'Custom fields' }).click()
  await page.getByRole('button', { name: 'Add custom field' }).click()
  await stays('Add custom field', 'Name')
  await page.goto(`${bench.url}/connections`)
  await page.getByRole('button', { name: 'Connect a Pipedrive account' }).click()
  await stays('Connect a Pipedrive account', 'Name')
  await page.goto(`${bench.url}/runs`)
  await page.getByRole('button', { name: 'Alerts', exact: true }).click()
  await stays('Alerts', 'Webhook URL')

  // Where nothing was typed, there is nothing to lose.
  await page.getByRole('button', { name: 'Alerts', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
