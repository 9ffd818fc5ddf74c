import { barriers } from './axe.ts'
import { add, field, newWorkflow, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

test('records that a step has made or read lead to their rows on the Sandbox page', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill('Lanterns for Orchard')
  await runTest(panel)
  await panel.getByRole('link', { name: 'Show in Sandbox', exact: true }).click()
  const rows = page.locator('tbody tr')
  await rows.filter({ hasText: 'Lanterns for Orchard' }).waitFor()
  expect(await rows.count()).toBe(1)
  expect(await rows.first().getAttribute('data-found')).toBe('true')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByText(/^Newest 50 of/).waitFor()
  expect(new URL(page.url()).search).toBe('')

  await page.goto(`${bench.url}/sandbox/deals?id=999999`)
  await page.getByText('There is no deal with the ID 999999. It may have been deleted.').waitFor()
})

test('in a run too, and each row of a list', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get leads')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const runs = page.getByRole('region', { name: 'Runs' })
  await runs.getByRole('button', { name: /^Get leads.*Done/ }).click()
  const table = runs.getByRole('region', { name: 'Rows of the output' })
  const title = table.locator('tbody tr').nth(1).locator('td').nth(1)
  const expected = (await title.textContent()) ?? ''
  await table.getByRole('link', { name: '2: Show in Sandbox', exact: true }).click()
  await page.getByRole('row').filter({ hasText: expected }).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(1)
})
