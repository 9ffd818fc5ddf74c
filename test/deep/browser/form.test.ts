import { add, choose, field, newWorkflow, panelOf } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const open = async (title: string) => {
  const page = await bench.open('/')
  await newWorkflow(page)
  return { page, panel: await add(page, title) }
}

test('stages are those of the pipeline that is chosen', async () => {
  const { page, panel } = await open('Add deal')
  const stages = async (): Promise<readonly string[]> => {
    await field(panel, 'Stage').click()
    await page.getByRole('option').first().waitFor()
    await page.getByText('Loading…').waitFor({ state: 'detached' })
    const labels = await page.getByRole('option').allTextContents()
    await page.keyboard.press('Escape')
    return labels.map(label => label.split(' · ')[1] ?? label)
  }
  await choose(panel, 'Pipeline', 'Partners')
  expect(new Set(await stages())).toEqual(new Set(['Partners & resellers']))
  await choose(panel, 'Pipeline', 'Sales')
  expect(new Set(await stages())).toEqual(new Set(['Sales']))
})

test('what is missing or wrong is said at its field, before anything is sent', async () => {
  const { page, panel } = await open('Add deal')
  const tested: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('/test')) tested.push(request.url())
  })
  await field(panel, 'Value').fill('a lot')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  const title = field(panel, 'Title')
  await panel.locator('[aria-invalid=true]').nth(1).waitFor()
  expect(await title.getAttribute('aria-invalid')).toBe('true')
  expect(await field(panel, 'Value').getAttribute('aria-invalid')).toBe('true')
  expect(await title.and(panel.page().locator(':focus')).count()).toBe(1)

  await title.fill('Sails')
  await field(panel, 'Value').fill('99.5')
  await panel.locator('[aria-invalid=true]').first().waitFor({ state: 'detached' })
  expect(tested).toEqual([])
})

test('what only Pipedrive’s fields can tell is said at the field as well', async () => {
  const { panel } = await open('Get deals')
  await field(panel, 'Sort').fill('nonsense')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel
    .getByRole('alert')
    .getByText(/nonsense/)
    .first()
    .waitFor()
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await panel
    .getByText(/nonsense/)
    .first()
    .waitFor()
  expect(await field(panel, 'Sort').getAttribute('aria-invalid')).toBe('true')
})

test('a value of an earlier step is put in by a click, and shown as it will be', async () => {
  const page = await bench.open('/')
  await page.getByRole('button', { name: 'Add lead', exact: true }).click()
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: 'Add lead' }).waitFor()
})
