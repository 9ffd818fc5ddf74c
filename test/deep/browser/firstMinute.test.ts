import { add, newWorkflow, test as runTest } from './editor.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

test('shows a workflow that runs at the first press of a button', async () => {
  const page = await bench.open('/')
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await shot(page, 'editor')
  await page.getByRole('button', { name: 'Run', exact: true }).click()

  const run = page.getByRole('region', { name: 'Runs' })
  for (const step of ['New Deal', 'Get details of a person', 'Add lead'])
    await run.getByRole('button', { name: new RegExp(`^${step}.*Done`) }).waitFor()
  await shot(page, 'run')

  await page.getByRole('link', { name: 'Runs' }).click()
  await page.getByRole('region', { name: 'Runs' }).getByRole('link').first().click()
  const details = page.getByRole('region', { name: 'Run', exact: true })
  await details.getByRole('button', { name: /^Add lead.*Done/ }).click()
  await details.getByText('/api/v1/leads').waitFor()
  await shot(page, 'runs')

  await page.getByRole('link', { name: 'Sandbox', exact: true }).click()
  await page.getByRole('tab', { name: 'Leads' }).click()
  await page.getByRole('searchbox', { name: 'Search leads' }).fill('Follow up')
  const leads = page.getByRole('button', { name: /^Follow up / })
  await leads.first().waitFor()
  expect(await leads.count()).toBe(1)
})

test('a workflow needs no trigger to be run', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Get persons')
  await runTest(panel)
  await shot(page, 'output')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const run = page.getByRole('region', { name: 'Runs' })
  await run.getByRole('button', { name: /^Get persons.*Done/ }).click()
  await run.getByText(/^1,?200 rows/).waitFor()
})
