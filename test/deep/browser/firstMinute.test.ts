import { add, newWorkflow } from './editor.ts'
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

  await page.getByRole('link', { name: 'Sandbox' }).click()
  await page.getByRole('tab', { name: 'Leads' }).click()
  await page.getByRole('searchbox', { name: 'Search leads' }).fill('Follow up')
  const leads = page.getByRole('button', { name: /^Follow up / })
  await leads.first().waitFor()
  expect(await leads.count()).toBe(1)
})

test('a workflow needs no trigger to be run', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get persons')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const run = page.getByRole('region', { name: 'Runs' })
  await run.getByRole('button', { name: /^Get persons.*Done/ }).click()
  await run.getByText(/^1,?200 rows/).waitFor()
})
