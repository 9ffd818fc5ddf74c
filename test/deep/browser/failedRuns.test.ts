import type { Page } from 'playwright-core'
import { add, field, newWorkflow, panelOf, test as runTest } from './editor.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

const cardOf = (page: Page, name: string) => page.locator(`[id="node ${name}"]`).locator('../..')

/** A tenth of the deals of the sandbox have no person. */
const addDealOfNobody = async (page: Page) => {
  await page.goto(`${bench.url}/sandbox/deals`)
  await page.getByRole('button', { name: 'Add deal' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Title' }).fill('Of nobody')
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByText('This fires the “New Deal” trigger').waitFor()
}

test('a failed run names step, field and reference, and leads to the field', async () => {
  const page = await bench.open('/')
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  await page.getByText('On', { exact: true }).waitFor()
  await addDealOfNobody(page)
  await page.getByRole('link', { name: 'Runs', exact: true }).click()
  await page.getByRole('region', { name: 'Runs' }).getByRole('link').first().click()

  const run = page.getByRole('region', { name: 'Run', exact: true })
  await run.getByRole('heading', { name: 'Of nobody' }).waitFor()
  const alert = run.getByRole('alert')
  await alert
    .getByText(
      'Get details of a person → Person is empty: ${trigger_1.person_id} was null in “New Deal”',
    )
    .waitFor()
  await alert.getByText('Runs version 1, as before.').waitFor()
  await shot(page, 'failed-run')
  await run.getByRole('region', { name: 'Input' }).getByText('"id": null').waitFor()

  await alert.getByRole('link', { name: 'Edit this step' }).click()
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: 'Get details of a person' }).waitFor()
  await panel.locator('input:focus').and(field(panel, 'Person')).waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('labels of steps stand where a run is shown, and each attempt is kept', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Get details of a person')
  await panel.getByRole('tab', { name: 'Description' }).click()
  await panel.getByRole('textbox', { name: 'Label' }).fill('Who is it?')
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await field(panel, 'Person').fill('99999')
  await page.getByRole('option', { name: /Use ID 99999/ }).click()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const runs = page.getByRole('region', { name: 'Runs' })
  await runs.getByRole('button', { name: /^Who is it\?.*Failed/ }).waitFor()
  await runs.getByRole('alert').filter({ hasText: 'Who is it?' }).first().waitFor()

  await runs.getByRole('link').first().click()
  const run = page.getByRole('region', { name: 'Run', exact: true })
  await run.getByRole('button', { name: 'Resume' }).click()
  const attempts = run.getByRole('table', { name: 'Attempts' })
  await attempts.getByRole('row').nth(2).getByText('Failed').waitFor()
})

test('a card carries the mark of a test until its form is changed', async () => {
  bench.expectMessage(/404|400|502/)
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Get persons')
  await runTest(panel)
  await cardOf(page, 'getPersons_1').getByText('Tested · 100 rows').waitFor()
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await field(panel, 'First Characters').fill('A')
  await cardOf(page, 'getPersons_1').getByText('Tested').waitFor({ state: 'detached' })

  const details = await add(page, 'Get details of a person')
  await field(details, 'Person').fill('99999')
  await page.getByRole('option', { name: /Use ID 99999/ }).click()
  await details.getByRole('button', { name: 'Test', exact: true }).click()
  await cardOf(page, 'getPersonDetails_1').getByText('Test failed').waitFor()
  await details.getByText('No output yet: the test failed.').waitFor()
  await details.getByText('Input, with references resolved').click()
  await details.getByRole('region', { name: 'Input' }).getByText('"id": 99999').waitFor()
})
