import { pipedrive } from '../../../component/index.ts'
import type { Page } from 'playwright-core'
import { add, choose, field, newWorkflow, panelOf, saved, select } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const importFile = async (page: Page, workflow: object) => {
  const buffer = Buffer.from(JSON.stringify(workflow))
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer })
  await page.getByRole('dialog', { name: 'Workflows' }).waitFor({ state: 'detached' })
}

test('renaming a connection takes what is typed, and a taken name is told in a sentence', async () => {
  bench.expectMessage(/status of 40\d/)
  const page = await bench.open('/connections')
  const rename = async () => {
    await page.getByRole('button', { name: 'Actions for Sandbox' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.locator('input:focus[aria-label="Name of the connection"]').waitFor()
  }
  await rename()
  await page.waitForTimeout(100)
  await page.keyboard.type('Demo')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Demo', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Actions for Demo' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name of the connection' }).fill('Sandbox')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Sandbox', exact: true }).waitFor()
})

test('disconnecting names the workflows that use the connection, and the one that is on', async () => {
  const page = await bench.open('/')
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  await page.getByText('On', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Connections' }).click()
  await page.getByRole('button', { name: 'Actions for Sandbox' }).click()
  await page.getByRole('menuitem', { name: 'Disconnect' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('workflow uses this connection').waitFor()
  await dialog
    .getByRole('listitem')
    .filter({ hasText: 'Follow up new deals – on, and will be turned off' })
    .waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('labels of a lead are chosen once each, and taken away again', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Add lead')
  await choose(panel, 'Lead Labels', 'Hot')
  await field(panel, 'Lead Labels').click()
  await page.getByRole('option', { name: 'Warm' }).waitFor()
  expect(await page.getByRole('option', { name: 'Hot' }).count()).toBe(0)
  await page.getByRole('option', { name: 'Warm' }).click()
  await panel.getByRole('button', { name: 'Remove Warm' }).waitFor()
  await panel.getByRole('button', { name: 'Remove Hot' }).click()
  await panel.getByRole('button', { name: 'Remove Hot' }).waitFor({ state: 'detached' })
})

test('what depends on a field stands below it, and an empty form is counted once', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await select(panel, 'Status', 'Lost')
  const below = async (label: string) => (await field(panel, label).boundingBox())?.y ?? 0
  expect(await below('Lost Reason')).toBeGreaterThan(await below('Status'))
  expect(await below('Lost Reason')).toBeLessThan(await below('Expected Close Date'))

  await newWorkflow(page)
  await add(page, 'Add lead')
  // A title, and a person or an organization.
  await page.getByRole('region', { name: 'Canvas' }).getByText('2 to fill in').waitFor()
})

test('a step of another component shows what it is, what is wrong, and what it holds', async () => {
  const page = await bench.open('/')
  const inner = { name: 'inner_1', label: 'Inner', type: 'pipedrive/v1/getDeals', parameters: {} }
  const condition = {
    name: 'condition_1',
    label: 'Is it large?',
    type: 'condition/v1',
    parameters: { caseTrue: [inner] },
  }
  await importFile(page, { label: 'Foreign', triggers: [], tasks: [condition] })
  await page.getByRole('button', { name: 'Is it large?', exact: true }).click()
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: 'Is it large?' }).waitFor()
  await panel.getByRole('listitem').first().waitFor()
  await panel
    .getByRole('region', { name: 'As in the workflow file' })
    .getByText('inner_1')
    .waitFor()
  await panel.getByRole('button', { name: 'Close panel' }).click()
  await panel.waitFor({ state: 'detached' })
})

test('another workflow opens without the panel of the one before, and names its tab', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  await saved(page)
  await newWorkflow(page)
  await add(page, 'New Person')
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Second')
  await saved(page)
  expect(await page.title()).toBe('Second · Workflows · Pipedrive workbench')
  await page.goBack()
  await page.getByRole('region', { name: 'Canvas' }).getByText('New Deal').first().waitFor()
  expect(await panelOf(page).count()).toBe(0)

  for (const [link, title] of [
    ['Runs', 'Runs'],
    ['Connections', 'Connections'],
    ['Sandbox', 'Deals · Sandbox'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name: link }).click()
    await page.getByRole('heading', { level: 1, name: link }).waitFor()
    expect(await page.title()).toBe(`${title} · Pipedrive workbench`)
  }
})

test('what keeps a workflow from being turned on leads to its step', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  await add(page, 'Get details of a person')
  await page.keyboard.press('Escape')
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  const dialog = page.getByRole('dialog', { name: 'Turn on' })
  await dialog.getByText('Person is required').waitFor()
  await dialog.getByRole('button', { name: 'Get details of a person' }).click()
  await panelOf(page).getByRole('heading', { name: 'Get details of a person' }).waitFor()
})

test('a workflow without steps says once what to do before it can run', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('alert', { name: 'There are no steps to run' }).waitFor()
  await page.getByText('Add a step from the list of operations').waitFor()
  expect(await page.getByRole('alert').count()).toBe(1)
  expect(await page.getByText('Correct the value').count()).toBe(0)
})

test('icons tell operations apart by what they do', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const iconOf = (title: string) =>
    page
      .getByRole('button', { name: `Add ${title}`, exact: true })
      .locator('svg')
      .first()
      .getAttribute('class')
  const titles = ['New Deal', 'Get deals', 'Add deal', 'Search deals', 'Delete deal']
  const icons = await Promise.all(titles.map(iconOf))
  expect(new Set(icons).size).toBe(titles.length)
})

test('each operation has the icon of its verb', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const kindOf = (title: string) =>
    page
      .getByRole('button', { name: `Add ${title}`, exact: true })
      .locator('[data-kind]')
      .first()
      .getAttribute('data-kind')
  const { actions, triggers } = pipedrive
  const kinds = await Promise.all(
    [...actions, ...triggers].map(async ({ name, title }) => [name, await kindOf(title)]),
  )
  expect(Object.fromEntries(kinds)).toEqual({
    ...Object.fromEntries(triggers.map(({ name }) => [name, 'trigger'])),
    ...Object.fromEntries(
      actions.map(({ name, effect }) => [name, effect === 'create' ? 'write' : effect]),
    ),
  })
})
