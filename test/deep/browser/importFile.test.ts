import type { Page } from 'playwright-core'
import { add, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const importFile = async (page: Page, content: object) => {
  await page.getByRole('button', { name: 'All workflows' }).click()
  const buffer = Buffer.from(JSON.stringify(content))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer })
}

const canvasOf = (page: Page) => page.getByRole('region', { name: 'Canvas' })

const task = (name: string, label: string, parameters: object = {}) => ({
  name,
  label,
  type: 'pipedrive/v1/getPersonDetails',
  parameters,
})

test('a file of another program is refused by name, and nothing is made of it', async () => {
  const page = await bench.open('/')
  await canvasOf(page).getByText('New Deal').first().waitFor()
  const before = page.url()
  await importFile(page, { name: 'My flow', nodes: [{ name: 'Start' }], connections: {} })
  await page.getByRole('alert').getByText('This looks like an n8n workflow.').waitFor()
  await page.getByText('exported from ByteChef or from this editor').waitFor()
  expect(await page.getByRole('dialog').getByRole('link').count()).toBe(1)
  expect(page.url()).toBe(before)
})

test('two steps of one name come apart, and references follow', async () => {
  const page = await bench.open('/')
  await importFile(page, {
    label: 'Doubled',
    tasks: [task('a', 'First'), task('a', 'Second'), task('b', 'Third', { id: '${a.id}' })],
  })
  await canvasOf(page).getByText('Some steps had the same name').waitFor()
  await canvasOf(page).getByText('The second a is now a_2').waitFor()
  await page.getByRole('button', { name: /^Second/ }).click()
  const expanded = page.locator('[aria-keyshortcuts][aria-expanded=true]')
  expect(await expanded.allTextContents()).toEqual([expect.stringContaining('Second')])
  await page.getByRole('button', { name: /^Third/ }).click()
  await page.locator('input[value="${a_2.id}"]').waitFor()

  // The JSON of a workflow is the other way to two nodes of one name.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Workflow as JSON' }).click()
  const json = page.getByRole('textbox', { name: 'Workflow as JSON' })
  await json.fill((await json.inputValue()).replaceAll('a_2', 'a'))
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.locator('textarea', { hasText: '"name": "a_2"' }).waitFor()
})

test('JSON that is not applied yet is still there when the view is opened again', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get persons')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Workflow as JSON' }).click()
  const json = page.getByRole('textbox', { name: 'Workflow as JSON' })
  await json.fill('{ "label": "half')
  await page.getByRole('button', { name: 'Get persons', exact: true }).click()
  await page.getByRole('region', { name: 'Step', exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Changed since')
  await page.getByRole('button', { name: 'Workflow as JSON' }).click()
  expect(await json.inputValue()).toBe('{ "label": "half')
  await page.getByText('The workflow has changed since you began to edit.').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  expect(await json.inputValue()).toContain('"label": "Changed since"')
})
