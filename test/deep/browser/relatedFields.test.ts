import type { Page } from 'playwright-core'
import type { WorkflowView } from '../../../workbench/api/index.ts'
import { barriers } from './axe.ts'
import { add, choose, field, newWorkflow, saved, select, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

const parameters = async () => {
  await saved(page)
  const answer = await fetch(`${bench.url}/api${new URL(page.url()).pathname}`)
  const { definition } = (await answer.json()) as WorkflowView
  return definition.tasks?.at(-1)?.parameters
}

test('how a list is changed is chosen right below the list, also where a reference gives it', async () => {
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Update deal')
  await choose(panel, 'Labels', 'Hot')
  const change = field(panel, 'Labels: Change')
  const list = await field(panel, 'Labels').boundingBox()
  const below = await change.boundingBox()
  expect((below?.y ?? 0) - (list?.y ?? 0)).toBeLessThan(150)
  expect(await panel.getByText('Labels: Change', { exact: true }).count()).toBe(1)
  await select(panel, 'Labels: Change', 'Remove')
  expect(await parameters()).toEqual({
    deal: { label_ids: [expect.any(Number)] },
    label_change: 'remove',
  })
  expect(await barriers(page)).toEqual([])

  await panel.getByRole('button', { name: 'Data from an earlier step for Changes' }).click()
  await field(panel, 'Changes').fill('${trigger_1}')
  expect(await change.inputValue()).toBe('Remove')
  await select(panel, 'Labels: Change', 'Replace')
  expect(await parameters()).toEqual({ deal: '${trigger_1}', label_change: 'replace' })
})

test('fields of a search are chosen one by one, and sent as one text', async () => {
  await newWorkflow(page)
  const panel = await add(page, 'Search deals')
  await field(panel, 'Term').fill('Audit')
  await select(panel, 'Fields', 'Title')
  await page.getByRole('option', { name: 'Notes', exact: true }).click()
  await page.keyboard.press('Escape')
  expect(await parameters()).toEqual({ term: 'Audit', fields: 'title,notes' })
  await page.reload()
  await page.getByRole('button', { name: 'Search deals', exact: true }).last().click()
  for (const label of ['Title', 'Notes'])
    await panel.locator('.mantine-Pill-root', { hasText: label }).waitFor()
  await runTest(panel)
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await field(panel, 'Fields').press('Backspace')
  await field(panel, 'Fields').press('Backspace')
  expect(await parameters()).toEqual({ term: 'Audit' })
})
