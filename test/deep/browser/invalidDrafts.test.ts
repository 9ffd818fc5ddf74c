import type { Locator, Page } from 'playwright-core'
import { add, field, newWorkflow, select } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

const openCustomAction = async (): Promise<Locator> => {
  await newWorkflow(page)
  const panel = await add(page, 'Custom Action')
  await select(panel, 'Method', 'GET')
  await field(panel, 'Path').fill('/api/v1/users/me')
  return panel
}

const reopen = async (panel: Locator) => {
  await panel.getByRole('button', { name: 'Close panel' }).click()
  await page.getByRole('button', { name: 'Custom Action', exact: true }).click()
}

test('JSON that is not valid yet is kept, marked, counted, and not run over', async () => {
  const panel = await openCustomAction()
  const broken = '{"title": "BROKEN'
  const body = panel.getByRole('group', { name: 'Body' })
  await body.getByText('JSON', { exact: true }).click()
  const json = body.getByRole('textbox', { name: 'Body as JSON' })
  await json.fill('{"title": "whole"}')
  await json.fill(broken)
  await page.getByRole('status').getByText('1 field not saved').waitFor()
  await page.getByRole('region', { name: 'Canvas' }).getByText('1 problem').waitFor()

  const sent: string[] = []
  page.on('request', request => {
    if (/\/(test|run)$/.test(request.url())) sent.push(request.url())
  })
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await page.locator('textarea:focus').and(json).waitFor()
  expect(await json.inputValue()).toBe(broken)

  await panel.getByRole('tab', { name: 'Output' }).click()
  await panel.getByRole('tab', { name: 'Properties' }).click()
  expect(await json.inputValue()).toBe(broken)
  await reopen(panel)
  expect(await json.inputValue()).toBe(broken)
  await page.getByRole('link', { name: 'Connections' }).click()
  await page.getByRole('link', { name: 'Workflows' }).click()
  await page.getByRole('button', { name: 'Custom Action', exact: true }).click()
  expect(await json.inputValue()).toBe(broken)

  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('alert').getByText('Some steps are incomplete').waitFor()
  expect(sent).toEqual([])

  await page.getByRole('button', { name: 'Custom Action', exact: true }).first().click()
  await json.fill('{"title": "BROKEN"}')
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
  await panel.getByText('Not valid JSON').waitFor({ state: 'detached' })
})

test('a draft follows its step to another name', async () => {
  const panel = await openCustomAction()
  const body = panel.getByRole('group', { name: 'Body' })
  await body.getByText('JSON', { exact: true }).click()
  await body.getByRole('textbox', { name: 'Body as JSON' }).fill('[')
  await page.getByRole('button', { name: 'Custom Action', exact: true }).focus()
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('call_me')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await body.getByRole('textbox', { name: 'Body as JSON' }).inputValue()).toBe('[')
})

test('a value without a key, and a key that stands twice, are kept and marked', async () => {
  const panel = await openCustomAction()
  const query = panel.getByRole('group', { name: 'Query' })
  await query.getByRole('button', { name: 'Add to Query' }).click()
  await field(panel, 'Value 1 of Query').fill('precious')
  await query.getByText('Row 1 has a value but no key').waitFor()
  await reopen(panel)
  expect(await field(panel, 'Value 1 of Query').inputValue()).toBe('precious')

  await field(panel, 'Key 1 of Query').fill('a')
  await query.getByRole('button', { name: 'Add to Query' }).click()
  await field(panel, 'Key 2 of Query').fill('a')
  await field(panel, 'Value 2 of Query').fill('2')
  await query.getByText('The key “a” appears more than once').waitFor()
  await reopen(panel)
  expect(await field(panel, 'Value 1 of Query').inputValue()).toBe('precious')
  expect(await field(panel, 'Value 2 of Query').inputValue()).toBe('2')
  await field(panel, 'Key 2 of Query').fill('b')
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
})
