import type { Locator, Page } from 'playwright-core'
import { add, choose, field, newWorkflow, saved, select } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

interface Kind {
  readonly step: string
  readonly label: string
  readonly fill: (panel: Locator) => Promise<unknown>
  /** What shows that the fixed value is there. */
  readonly shows: (panel: Locator) => Locator
}

const withValue = (panel: Locator, label: string, value: string) =>
  panel.locator(`input[value^="${value}"]`).and(field(panel, label))

const kinds: Readonly<Record<string, Kind>> = {
  'a choice': {
    step: 'Add deal',
    label: 'Status',
    fill: panel => select(panel, 'Status', 'Won'),
    shows: panel => withValue(panel, 'Status', 'Won'),
  },
  'a live choice': {
    step: 'Add deal',
    label: 'Person',
    fill: panel => choose(panel, 'Person', 'José Kim'),
    shows: panel => withValue(panel, 'Person', 'José Kim'),
  },
  'a date': {
    step: 'Add deal',
    label: 'Expected Close Date',
    fill: panel => field(panel, 'Expected Close Date').fill('2027-03-01'),
    shows: panel => withValue(panel, 'Expected Close Date', '2027-03-01'),
  },
  'a group': {
    step: 'Add deal',
    label: 'Deal',
    fill: panel => field(panel, 'Title').fill('Sails'),
    shows: panel => withValue(panel, 'Title', 'Sails'),
  },
  'a list of groups': {
    step: 'Add person',
    label: 'Phone',
    fill: async panel => {
      await panel.getByRole('button', { name: 'Add to Phone' }).click()
      await field(panel, 'Phone Number').fill('123')
    },
    shows: panel => withValue(panel, 'Phone Number', '123'),
  },
  'a list of live choices': {
    step: 'Add lead',
    label: 'Lead Labels',
    fill: panel => choose(panel, 'Lead Labels', 'Hot'),
    shows: panel => panel.getByRole('button', { name: 'Remove Hot' }),
  },
  'a record of any keys': {
    step: 'Custom Action',
    label: 'Query',
    fill: async panel => {
      await panel.getByRole('button', { name: 'Add to Query' }).click()
      await field(panel, 'Key 1 of Query').fill('limit')
      await field(panel, 'Value 1 of Query').fill('3')
    },
    shows: panel => withValue(panel, 'Value 1 of Query', '3'),
  },
}

const open = async ({ step, label, fill, shows }: Kind) => {
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, step)
  await fill(panel)
  await shows(panel).waitFor()
  const toggle = panel.getByRole('button', {
    name: `Data from an earlier step for ${label}`,
    exact: true,
  })
  return { panel, toggle, reference: field(panel, label) }
}

test.each(Object.entries(kinds))(
  '%s keeps its value and its reference however often it is switched',
  async (_, kind) => {
    const { panel, toggle, reference } = await open(kind)
    // Looking at the other side changes nothing.
    await toggle.click()
    await reference.waitFor()
    await panel.getByText('The fixed value is kept until you enter a reference').waitFor()
    await toggle.click()
    await kind.shows(panel).waitFor()

    await toggle.click()
    await reference.fill('${trigger_1.id}')
    await toggle.click()
    await kind.shows(panel).waitFor()
    await toggle.click()
    await withValue(panel, kind.label, '${trigger_1.id}').waitFor()
    await toggle.click()
    await kind.shows(panel).waitFor()
    await saved(page)

    // Also after the panel has been closed and opened again.
    await panel.getByRole('button', { name: 'Close panel' }).click()
    await page.getByRole('button', { name: kind.step, exact: true }).click()
    await kind.shows(panel).waitFor()
    await toggle.click()
    await withValue(panel, kind.label, '${trigger_1.id}').waitFor()
  },
)

test('undo brings back the fields, and data goes into none until one is chosen', async () => {
  const kind = kinds['a group']!
  const { panel, toggle, reference } = await open(kind)
  await saved(page)
  await toggle.click()
  await reference.fill('${trigger_1}')
  await panel.getByText('Inserts into Deal').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await kind.shows(panel).waitFor()
  await panel.getByText('Click a field first').waitFor()
})
