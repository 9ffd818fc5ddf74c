import type { Page } from 'playwright-core'
import { barriers } from './axe.ts'
import { add, field, newWorkflow, panelOf, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const canvas = (page: Page) => page.getByRole('region', { name: 'Canvas' })
const runs = (page: Page) => page.getByRole('region', { name: 'Runs' })
const cardOf = (page: Page, name: string) => canvas(page).getByRole('button', { name, exact: true })
const choose = async (page: Page, node: string, item: string | RegExp) => {
  await page.getByRole('button', { name: `Actions for ${node}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const json = (page: Page) =>
  page.getByRole('dialog').getByRole('textbox', { name: 'Output as JSON' })

test('an output is edited and pinned, marked, used by hand, and told of when the workflow is turned on', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const person = await add(page, 'Get details of a person')
  await person.getByRole('button', { name: 'Data from an earlier step for Person' }).click()
  await field(person, 'Person').fill('${trigger_1.person_id}')
  const lead = await add(page, 'Add lead')
  await field(lead, 'Title').fill('For ${getPersonDetails_1.body.data.name}')
  await lead.getByRole('button', { name: 'Data from an earlier step for Person' }).click()
  await field(lead, 'Person').fill('${getPersonDetails_1.body.data.id}')

  await choose(page, 'getPersonDetails_1', 'Pin output…')
  // What is typed and not pinned yet is kept.
  await json(page).fill('{"body": {"data": {"id": 3, "name": "Grace')
  await page.getByRole('dialog').getByText('Not valid JSON').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await choose(page, 'getPersonDetails_1', 'Pin output…')
  expect(await json(page).inputValue()).toContain('"name": "Grace')
  await json(page).fill('{"body": {"data": {"id": 3, "name": "Grace"}}}')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Pin output' }).click()
  await canvas(page).getByText('Pinned', { exact: true }).waitFor()
  await saved(page)
  await panelOf(page).getByText('→ For Grace').waitFor()
  await panelOf(page).getByText('Pinned', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const step = runs(page).getByRole('button', { name: /^Get details of a person/ })
  await step.getByText('pinned output').waitFor()
  await runs(page)
    .getByRole('button', { name: /^Add lead.*Done/ })
    .click()
  await runs(page).getByText('"title": "For Grace"').first().waitFor()
  await canvas(page).getByText('Not run').waitFor()
  expect(await barriers(page)).toEqual([])

  // After a reload it is still there, and turning on says that it does not count.
  await page.reload()
  await canvas(page).getByText('Pinned', { exact: true }).waitFor()
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  const dialog = page.getByRole('dialog', { name: 'Turn on' })
  await dialog.getByText('Pinned outputs don’t apply to events').waitFor()
  await dialog.getByText('Get details of a person').waitFor()
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText('Events run Get details of a person for real').waitFor()
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })

  await cardOf(page, 'Get details of a person').click()
  await panelOf(page).getByRole('tab', { name: 'Output' }).click()
  await panelOf(page).getByRole('button', { name: 'Unpin' }).click()
  await canvas(page).getByText('Pinned', { exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Undo/ }).click()
  await canvas(page).getByText('Pinned', { exact: true }).waitFor()
})

test('a run goes to a step, and from a step', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get persons')
  await add(page, 'Get deals')
  await add(page, 'Add person')
  await page.keyboard.press('Escape')
  await choose(page, 'getDeals_1', 'Run to here')
  // The last step is not filled in, and need not be.
  await runs(page)
    .getByRole('button', { name: /^Get deals.*Done/ })
    .waitFor()
  expect(
    await runs(page)
      .getByRole('button', { name: /^Add person/ })
      .count(),
  ).toBe(0)

  await cardOf(page, 'Add person').click()
  await field(panelOf(page), 'Name').fill('Grace')
  await saved(page)
  await choose(page, 'addPerson_1', 'Run from here')
  await runs(page)
    .getByRole('button', { name: /^Add person.*Done/ })
    .waitFor()
})

test('a test takes another input, and the form stays as it is', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Get persons')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel.getByText('Output matches its definition').waitFor()
  await panel.getByText('Input, with references resolved').click()
  await panel.getByRole('button', { name: 'Test with another input' }).click()
  await panel.getByRole('textbox', { name: 'Input of the next test' }).fill('{"limit": 2}')
  expect(await barriers(page)).toEqual([])
  await panel.getByRole('button', { name: 'Test with this input' }).click()
  await panel.getByText('2 rows; there are more').waitFor()
  await panel.getByText('Input that was entered for this test').waitFor()
  expect(await panel.getByRole('textbox', { name: 'Input of the next test' }).inputValue()).toBe(
    '{"limit": 2}',
  )
})

test('a step is disabled and enabled with a key, and a reference to it says so', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get details of a person')
  const lead = await add(page, 'Add lead')
  await field(lead, 'Title').fill('For ${getPersonDetails_1.body.data.name}')
  await cardOf(page, 'Get details of a person').focus()
  await page.keyboard.press('d')
  await canvas(page).getByText('Disabled').waitFor()
  await lead.getByText('getPersonDetails_1 is disabled: enable it or add a fallback').waitFor()
  await field(lead, 'Title').fill("For ${getPersonDetails_1.body.data.name ?? 'a friend'}")
  await lead.getByText('→ For a friend').waitFor()
  await cardOf(page, 'Get details of a person').focus()
  await page.keyboard.press('d')
  await canvas(page).getByText('Disabled').waitFor({ state: 'detached' })
})
