import type { Locator, Page } from 'playwright-core'
import { add, choose, field, newWorkflow, saved } from './editor.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

const open = async (title: string): Promise<Locator> => {
  await newWorkflow(page)
  return add(page, title)
}

test('stages are those of the pipeline that is chosen', async () => {
  const panel = await open('Add deal')
  const stages = async (): Promise<readonly string[]> => {
    await field(panel, 'Stage').click()
    await page.getByRole('option').first().waitFor()
    await page.getByText('Loading…').waitFor({ state: 'detached' })
    const labels = await page.getByRole('option').allTextContents()
    await page.keyboard.press('Escape')
    return labels.map(label => label.split(' · ')[1] ?? label)
  }
  await choose(panel, 'Pipeline', 'Partners')
  expect(new Set(await stages())).toEqual(new Set(['Partners & resellers']))
  await choose(panel, 'Pipeline', 'Sales')
  expect(new Set(await stages())).toEqual(new Set(['Sales']))
})

test('what is missing or wrong is said at its field, before anything is sent', async () => {
  const panel = await open('Add deal')
  const tested: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('/test')) tested.push(request.url())
  })
  await field(panel, 'Value').fill('a lot')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  const title = field(panel, 'Title')
  await panel.locator('[aria-invalid=true]').nth(1).waitFor()
  expect(await title.getAttribute('aria-invalid')).toBe('true')
  expect(await field(panel, 'Value').getAttribute('aria-invalid')).toBe('true')
  await panel.locator('input:focus').and(title).waitFor()

  await title.fill('Sails')
  await field(panel, 'Value').fill('99.5')
  await panel.locator('[aria-invalid=true]').first().waitFor({ state: 'detached' })
  expect(tested).toEqual([])
})

test('what only Pipedrive’s fields can tell is said at the field as well', async () => {
  const panel = await open('Get deals')
  await field(panel, 'Sort').fill('nonsense')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel
    .getByRole('alert')
    .getByText(/nonsense/)
    .first()
    .waitFor()
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await panel
    .getByText(/nonsense/)
    .first()
    .waitFor()
  expect(await field(panel, 'Sort').getAttribute('aria-invalid')).toBe('true')
})

test('a value of an earlier step is put in by a click, and shown as it will be', async () => {
  await open('New Deal')
  const panel = await add(page, 'Add lead')
  await choose(panel, 'Person', 'José Kim')
  await field(panel, 'Title').fill('Follow up ')
  const data = panel.getByRole('tree', { name: 'Values of earlier steps' })
  await data.getByText('title', { exact: true }).click()
  expect(await field(panel, 'Title').inputValue()).toBe('Follow up ${trigger_1.title}')
  await panel.getByText('→ Follow up Paper for the new office').waitFor()
  await saved(page)
  await shot(page, 'form')
})
