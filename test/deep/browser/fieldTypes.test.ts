import type { Page } from 'playwright-core'
import type { CustomFieldView, SandboxPage, WorkflowView } from '../../../workbench/api/index.ts'
import { cellTable } from '../../cellTable.ts'
import { fieldTypes, type FieldTypeCase } from '../../fieldTypes.ts'
import { pick } from '../../runtime/support.ts'
import { add, choose, field, newWorkflow, panelOf, saved, test as runTest } from './editor.ts'
import { customFields, fillAll, type LabelOf } from './fillCustomFields.ts'
import { useBench } from './support.ts'

/**
 * A custom field of each type through the workbench: filled in, written, read, heard of, found,
 * cleared. Prints the table of what holds.
 */
const bench = useBench()
const columns = ['form', 'write', 'read', 'pill', 'webhook', 'search', 'lead', 'clear']
const types = fieldTypes.map(({ type }) => type)
const table = cellTable(types, columns)

let page: Page
let keys: ReadonlyMap<string, CustomFieldView>
/** What a column has of each field, by its name or its key. */
const observed = new Map<string, unknown>()

const get = async <Body>(path: string) => (await (await fetch(bench.url + path)).json()) as Body
const rowOf = async (path: string) => (await get<SandboxPage>(`/api/sandbox/${path}`)).rows[0]
const workflow = () => get<WorkflowView>(`/api/workflows/${page.url().split('/').at(-1)}`)
const customOf = (samples: object, step: string, ...path: readonly (string | number)[]) =>
  pick(samples, step, ...path, 'custom')

const refer = async (label: string, reference: string) => {
  const panel = panelOf(page)
  const name = `Data from an earlier step for ${label}`
  await panel.getByRole('button', { name, exact: true }).first().click()
  await field(panel, label).fill(reference)
}

beforeAll(async () => {
  page = await bench.open('/')
  const fields = await get<readonly CustomFieldView[]>('/api/sandbox/fields/deal')
  keys = new Map(fields.map(one => [one.name, one]))
  const person = await rowOf('persons?id=1')
  const organization = await rowOf('organizations?id=1')
  const deals = await get<SandboxPage>('/api/sandbox/deals')
  const owners = deals.fields.find(({ key }) => key === 'owner_id')?.choices
  const labelOf: LabelOf = ({ type, value }) =>
    String(
      type === 'user'
        ? owners?.find(owner => owner.value === value)?.label
        : pick(type === 'people' ? person : organization, 'name'),
    )

  await newWorkflow(page)
  const trigger = await add(page, 'New Deal')
  await trigger.getByRole('button', { name: 'Test', exact: true }).click()
  await trigger.getByText('Waiting for an event').waitFor()
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill('Of all types')
  await fillAll(panel, labelOf)
  await saved(page)
  observed.set(
    'form',
    pick(await workflow(), 'definition', 'tasks', 0, 'parameters', 'deal', 'custom_fields'),
  )
  await runTest(panel)

  await add(page, 'Get details of a deal')
  await refer('Deal', '${addDeal_1.body.data.id}')
  await saved(page)
  await runTest(panel)
  await add(page, 'Search deals')
  await field(panel, 'Term').fill('Of all types')
  await saved(page)
  await runTest(panel)

  await add(page, 'Add lead')
  await field(panel, 'Title').fill('Of all types')
  await choose(panel, 'Person', 'José Kim')
  await fillAll(panel, labelOf)
  await saved(page)
  await runTest(panel)
  await add(page, 'Get lead details')
  await refer('Lead', '${addLead_1.body.data.id}')
  await saved(page)
  await runTest(panel)

  const update = await add(page, 'Update deal')
  await refer('Deal', '${addDeal_1.body.data.id}')
  for (const { name } of fieldTypes)
    await customFields(update)
      .getByRole('button', { name: `Clear ${name} in the record`, exact: true })
      .click()
  await saved(page)
  const { samples } = await workflow()
  const id = Number(pick(samples, 'addDeal_1', 'body', 'data', 'id'))
  observed.set('write', pick(await rowOf(`deals?id=${id}`), 'custom_fields'))
  await runTest(update, 'Update deal')
  observed.set('clear', pick(await rowOf(`deals?id=${id}`), 'custom_fields'))
  observed.set('read', customOf(samples, 'getDealDetails_1', 'body', 'data'))
  observed.set('webhook', customOf(samples, 'trigger_1'))
  observed.set('search', customOf(samples, 'searchDeals_1', 'body', 'data', 'items', 0))
  observed.set('lead', customOf(samples, 'getLeadDetails_1', 'body', 'data'))
  observed.set('cleared', customOf((await workflow()).samples, 'updateDeal_1', 'body', 'data'))
  observed.set('pill', await pills())
}, 240_000)

const isPlain = (name: string) => /^\w+$/.test(name)

/** As API v2 has it: options by id. */
const raw = ({ name, value }: FieldTypeCase): unknown => {
  const options = keys.get(name)?.options
  const idOf = (label: unknown) => options?.find(option => option.label === label)?.id
  if (!options) return value
  return Array.isArray(value) ? value.map(idOf) : idOf(value)
}
const at = (column: string, { name }: FieldTypeCase) => pick(observed.get(column), name)
const rawAt = (column: string, { name }: FieldTypeCase) =>
  pick(observed.get(column), keys.get(name)?.key ?? '')
/** The sandbox adds what Pipedrive adds, such as the parts of an address. */
const like = (value: unknown): unknown =>
  typeof value === 'object' && !Array.isArray(value) ? expect.objectContaining(value) : value
const readsBack = (column: string) => (one: FieldTypeCase) =>
  expect(at(column, one)).toEqual(like(one.value))

const checks: Readonly<Record<string, (one: FieldTypeCase) => void>> = {
  form: one => expect(rawAt('form', one)).toEqual(raw(one)),
  write: one => expect(rawAt('write', one)).toEqual(like(raw(one))),
  ...{ read: readsBack('read'), webhook: readsBack('webhook') },
  ...{ search: readsBack('search'), lead: readsBack('lead') },
  pill(one) {
    const parts = Object(one.value) === one.value ? Object.values(Object(one.value)) : [one.value]
    for (const part of parts) expect(at('pill', one)).toContain(String(part))
  },
  clear(one) {
    expect([rawAt('clear', one), at('cleared', one) ?? null]).toEqual([null, null])
  },
}

/** The text of the pill of each field, as the next step has it, by its name. */
const pills = async () => {
  const panel = await add(page, 'Add person')
  const dock = panel.getByRole('region', { name: 'Data from earlier steps' })
  await dock.getByRole('textbox', { name: 'Filter the data' }).fill('custom')
  const shown = new Map<string, string>()
  for (const { name } of fieldTypes) {
    const step = isPlain(name) ? `.${name}` : `['${name}']`
    const pill = dock.getByTitle(`\${addDeal_1.body.data.custom${step}}`, { exact: true })
    shown.set(name, await pill.innerText())
  }
  return Object.fromEntries(shown)
}

test.each(table.cells)('%s: %s', (type, column) => {
  const one = fieldTypes.find(each => each.type === type)!
  table.check(type, column, () => checks[column]!(one))
})

test('all of it holds', () => {
  console.info(`\n${table.print()}\n`)
  expect(table.print()).not.toContain('✗')
})
