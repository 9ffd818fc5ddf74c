import type { Page } from 'playwright-core'
import { add, choose, field, newWorkflow, saved, select, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

const requests = () => {
  const sent: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('/test')) sent.push(request.url())
  })
  return sent
}

test('a test that deletes asks once, and names the record', async () => {
  await newWorkflow(page)
  const panel = await add(page, 'Delete deal')
  await choose(panel, 'Deal', 'Renewal')
  const name = (await field(panel, 'Deal').inputValue()).trim()
  const sent = requests()
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Really delete deal?' })
  await dialog.getByText(name).waitFor()
  await dialog.getByText('can’t be undone').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(sent).toEqual([])

  await runTest(panel, 'Delete deal')
  expect(sent).toHaveLength(1)
})

test('a record whose name can’t be read is not called unknown', async () => {
  await newWorkflow(page)
  const panel = await add(page, 'Delete deal')
  await choose(panel, 'Deal', '41', /Use ID 41/)
  await saved(page)
  await page.route('**/api/options', route => route.abort())
  bench.expectMessage(/ERR_FAILED/)
  await page.reload()
  await page.getByRole('button', { name: 'Delete deal', exact: true }).last().click()
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Really delete deal?' })
  await dialog.getByText('Deal: its name could not be read (ID 41)').waitFor()
  await page.unroute('**/api/options')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('the record of a reference is named as well', async () => {
  await newWorkflow(page)
  await runTest(await add(page, 'Get deals'))
  const panel = await add(page, 'Delete deal')
  await panel.getByRole('button', { name: 'Data from an earlier step for Deal' }).click()
  await field(panel, 'Deal').fill('${getDeals_1.body.data[0].id}')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Really delete deal?' })
  await dialog.getByText(/^Deal: .* · \d+, from \${getDeals_1/).waitFor()
  expect(await dialog.getByText('unknown record').count()).toBe(0)
})

test('a call put together by hand asks where it overwrites, and not where it reads', async () => {
  await page.goto(bench.url)
  await newWorkflow(page)
  const panel = await add(page, 'Custom Action')
  await select(panel, 'Method', 'GET')
  await field(panel, 'Path').fill('/api/v1/users/me')
  await runTest(panel)
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await select(panel, 'Method', 'DELETE')
  await field(panel, 'Path').fill('/api/v2/deals/11')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByRole('dialog').getByText('DELETE /api/v2/deals/11').waitFor()
})
