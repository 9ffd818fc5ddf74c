import { shot, useBench } from './support.ts'

const bench = useBench()

test('shows a workflow that runs at the first press of a button', async () => {
  const page = await bench.open('/')
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await shot(page, 'editor')
  await page.getByRole('button', { name: 'Run', exact: true }).click()

  const run = page.getByRole('region', { name: 'Runs' })
  await run.getByText('Done').nth(2).waitFor()
  expect(await run.getByText('Done').count()).toBe(3)
  await shot(page, 'run')

  await page.getByRole('link', { name: 'Sandbox' }).click()
  await page.getByRole('tab', { name: 'Leads' }).click()
  await page.getByRole('searchbox', { name: 'Search leads' }).fill('Follow up')
  const leads = page.getByRole('button', { name: /^Follow up / })
  await leads.first().waitFor()
  await expect(leads.count()).resolves.toBe(1)
}, 30_000)
