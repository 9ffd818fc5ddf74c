import type { Locator } from 'playwright-core'
import { sandboxRows } from './account.ts'
import { barriers } from './axe.ts'
import { add, choose, field, newWorkflow, saved, select, test as runTest } from './editor.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

const group = (panel: Locator, name: string) => panel.getByRole('group', { name, exact: true })
const clear = (panel: Locator, name: string) =>
  panel.getByRole('button', { name: `Clear ${name} in the record`, exact: true })
const undo = (panel: Locator, name: string) =>
  panel.getByRole('button', { name: `Undo clearing ${name}`, exact: true })
const withValue = (field: Locator, value: string) =>
  field.and(field.page().locator(`[value^="${value}"]`))

interface Kind {
  readonly fill: (panel: Locator) => Promise<unknown>
  /** What shows that the value is there. */
  readonly shows: (panel: Locator) => Locator
}

/** By the label of the field: the component’s own, then custom ones. */
const kinds: Readonly<Record<string, Kind>> = {
  Person: {
    fill: panel => choose(panel, 'Person', 'José Kim'),
    shows: panel => withValue(field(panel, 'Person'), 'José Kim'),
  },
  Probability: {
    fill: panel => field(panel, 'Probability').fill('40'),
    shows: panel => withValue(field(panel, 'Probability'), '40'),
  },
  Labels: {
    fill: panel => choose(panel, 'Labels', 'Hot'),
    shows: panel => panel.getByRole('button', { name: 'Remove Hot' }),
  },
  Reference: {
    fill: panel => field(panel, 'Reference').fill('REF-1'),
    shows: panel => withValue(field(panel, 'Reference'), 'REF-1'),
  },
  Budget: {
    fill: async panel => {
      await group(panel, 'Budget').getByRole('textbox', { name: 'Amount' }).fill('99.5')
      await choose(group(panel, 'Budget'), 'Currency', 'USD', /US Dollar/)
    },
    shows: panel =>
      withValue(group(panel, 'Budget').getByRole('textbox', { name: 'Amount' }), '99.5'),
  },
  Source: {
    fill: panel => select(panel, 'Source', 'Website'),
    shows: panel => withValue(field(panel, 'Source'), 'Website'),
  },
  'Decision date': {
    fill: panel => panel.getByLabel('Decision date', { exact: true }).fill('2027-02-28'),
    shows: panel => withValue(panel.getByLabel('Decision date', { exact: true }), '2027-02-28'),
  },
  'Place of delivery': {
    fill: panel => field(panel, 'Place of delivery').fill('Main Street 5'),
    shows: panel => field(panel, 'Place of delivery').getByText('Main Street 5'),
  },
}

const valuesOf = async (id: number) => {
  const [deal = {}] = await sandboxRows(bench, `deals?id=${id}`)
  const { person_id, probability, label_ids, custom_fields } = deal
  const custom = Object.values(custom_fields ?? {}).filter(value => value !== null)
  return { person_id, probability, label_ids, custom: custom.length }
}

test('a field is left alone, set, or cleared; clearing is taken back, saved, and done', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Update deal')
  await choose(panel, 'Deal', '1', /Use ID 1/)
  for (const label of ['Title', 'Pipeline', 'Status', 'Person', 'Reference'])
    expect(await field(panel, label).getAttribute('placeholder')).toBe('Unchanged')
  for (const { fill, shows } of Object.values(kinds)) {
    await fill(panel)
    await shows(panel).waitFor()
  }
  await saved(page)
  await runTest(panel, 'Update deal')
  const before = await valuesOf(1)
  expect(before).toMatchObject({ probability: 40, person_id: expect.any(Number) })
  expect(before.custom).toBeGreaterThanOrEqual(5)

  await panel.getByRole('tab', { name: 'Properties' }).click()
  await clear(panel, 'Budget').click()
  await field(panel, 'Source').scrollIntoViewIfNeeded()
  await shot(page, 'custom-fields')
  await undo(panel, 'Budget').click()
  for (const [name, { shows }] of Object.entries(kinds)) {
    // The focus goes to what takes it back, and back to the field.
    await clear(panel, name).press('Enter')
    await undo(panel, name).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await shows(panel).waitFor()
    await panel.locator('input:focus, textarea:focus').waitFor()
    await clear(panel, name).click()
    await undo(panel, name).waitFor()
  }
  expect(await panel.getByText('Will be cleared', { exact: true }).count()).toBe(8)
  expect(await barriers(page)).toEqual([])
  await saved(page)
  await page.reload()
  await page.getByRole('button', { name: 'Update deal', exact: true }).last().click()
  for (const name of Object.keys(kinds)) await undo(panel, name).waitFor()
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const listed = 'Person, Probability, Labels, Reference, Budget, Source, Decision date'
  await dialog.getByText(`${listed}, Place of delivery`).waitFor()
  await dialog.getByRole('button', { name: 'Update deal' }).click()
  await panel.getByText('Output matches its definition').waitFor()
  expect(await valuesOf(1)).toEqual({
    ...{ person_id: null, probability: null, label_ids: [] },
    custom: before.custom - 5,
  })
})

test('the undo of the workflow takes a clearing back as well, and data replace it', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Update deal')
  await field(panel, 'Reference').fill('REF-2')
  await saved(page)
  await clear(panel, 'Reference').click()
  await undo(panel, 'Reference').waitFor()
  await page.getByRole('button', { name: /^Undo \(/ }).click()
  await withValue(field(panel, 'Reference'), 'REF-2').waitFor()
  await clear(panel, 'Reference').click()
  await panel.getByText('Inserts into Reference').waitFor()
  const data = panel.getByRole('tree', { name: 'Values of earlier steps' })
  await data.getByText('title', { exact: true }).click()
  await withValue(field(panel, 'Reference'), '${trigger_1.title}').waitFor()
})

test('new records have nothing to clear', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Reference').waitFor()
  expect(await panel.getByRole('button', { name: /^Clear .* in the record/ }).count()).toBe(0)
})

test('in a list an empty field takes any record, and the same button those without a value', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Get deals')
  const reference = field(panel, 'Reference')
  expect(await reference.getAttribute('placeholder')).toBe('Any')
  await panel.getByRole('button', { name: 'Only records without Reference' }).click()
  await panel.getByText('Must be empty').waitFor()
  await saved(page)
  await runTest(panel)
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await panel.getByRole('button', { name: 'Undo: records without Reference' }).click()
  await reference.waitFor()
})
