import type { Page } from 'playwright-core'
import { openAlertTarget } from '../../workbench/alertTarget.ts'
import { barriers } from './axe.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

/** A tenth of the deals of the sandbox have no person, which the example does not expect. */
const addDealOfNobody = async (page: Page) => {
  await page.goto(`${bench.url}/sandbox/deals`)
  await page.getByRole('button', { name: 'Add deal' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Title' }).fill('Of nobody')
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByText('This fires the “New Deal” trigger').waitFor()
}

const openForm = async (page: Page) => {
  await page.getByRole('button', { name: 'Alerts', exact: true }).click()
  return page.getByRole('dialog', { name: 'Alerts' })
}

test('an alert is set up, tried, sent when a run fails, and told where it does not arrive', async () => {
  bench.expectMessage(/400 \(Bad Request\)/)
  const target = await openAlertTarget()
  const page = await bench.open('/')
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  await page.getByText('On', { exact: true }).waitFor()

  await page.goto(`${bench.url}/runs`)
  const form = await openForm(page)
  const url = form.getByRole('textbox', { name: 'Webhook URL' })
  await url.fill('http://example.com')
  await form.getByRole('button', { name: 'Send a test' }).click()
  await form.getByText('must be an https address, or one on this machine').waitFor()
  await url.fill(target.url)
  await form.getByRole('button', { name: 'Send a test' }).click()
  await form.getByText('The webhook accepted the test.').waitFor()
  expect(await barriers(page)).toEqual([])
  await shot(page, 'alerts')
  expect(await page.content()).not.toContain('hidden-token')
  await form.getByRole('button', { name: 'Close' }).click()

  target.answer(500)
  await addDealOfNobody(page)
  await page.goto(`${bench.url}/runs`)
  const notice = page.getByRole('alert', { name: 'The last alert did not arrive' })
  await notice.getByText('responded with status 500').waitFor()
  expect(target.received.map(({ body }) => body)).toMatchObject([
    { kind: 'test' },
    ...Array<object>(3).fill({ kind: 'run-stopped', run: { title: 'Of nobody' } }),
  ])

  target.answer(200)
  await notice.getByRole('button', { name: 'Alert settings' }).click()
  await form.getByRole('button', { name: 'Send a test' }).click()
  await notice.waitFor({ state: 'detached' })
})
