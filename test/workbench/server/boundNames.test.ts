import type {
  CustomFieldView,
  StepView,
  TestLine,
  WorkflowJson,
  WorkflowView,
} from '../../../workbench/api/index.ts'
import { pick } from '../../runtime/support.ts'
import { openBench, type Bench } from './support.ts'

const fieldsPath = '/api/sandbox/fields/deal'

const fieldNamed = async (bench: Bench, name: string) => {
  const all = await bench.get<readonly CustomFieldView[]>(fieldsPath)
  const found = all.find(field => field.name === name)
  if (!found) throw new Error(`there is no field ${name}`)
  return found
}
const change = async (bench: Bench, name: string, to: object) => {
  const { id, options } = await fieldNamed(bench, name)
  const given = { name, ...(options && { options }), ...to }
  expect((await bench.call('PUT', `${fieldsPath}/${id}`, given)).status).toBe(200)
}
const remove = async (bench: Bench, name: string) =>
  bench.call('DELETE', `${fieldsPath}/${(await fieldNamed(bench, name)).id}`)

const node = (name: string, deal: object) => ({
  ...{ name, label: name, type: 'pipedrive/v1/addDeal' },
  parameters: { deal },
})
const workflow: WorkflowJson = {
  ...{ label: 'Names', triggers: [] },
  tasks: [
    node('first', {
      title: 'First',
      custom_fields: { Budget: { value: 5, currency: 'EUR' }, Source: 'Trade fair' },
    }),
    node('second', {
      title: 'Budget: ${first.body.data.custom["Budget"].value}',
      custom_fields: { Reference: '${first.body.data.custom.Source}' },
    }),
  ],
}

const run = async (bench: Bench) => {
  const { id } = await bench.example()
  const lines: readonly TestLine[] = await bench.lines(`/api/workflows/${id}/run`, {})
  return new Map(
    lines.flatMap(line => (line.type === 'step' ? [[line.step.name, line.step]] : [])),
  ) as ReadonlyMap<string, StepView>
}
const customOf = (step: StepView | undefined) => pick(step, 'output', 'body', 'data', 'custom')

test('names are bound as the workflow is saved: the name stays, its key stands beside it', async () => {
  const bench = await openBench()
  const budget = await fieldNamed(bench, 'Budget')
  const source = await fieldNamed(bench, 'Source')
  const saved = await bench.save(workflow)
  const fair = source.options?.find(({ label }) => label === 'Trade fair')?.id
  const [first, second] = saved.definition.tasks
  expect(first?.parameters).toEqual(workflow.tasks[0]?.parameters)
  expect(first?.metadata?.boundNames).toEqual({
    deal: {
      Budget: { key: budget.key },
      Source: { key: source.key, options: { 'Trade fair': fair } },
    },
  })
  expect(Object.keys(second?.metadata?.boundNames?.['deal'] ?? {}).sort()).toEqual([
    'Budget',
    'Reference',
    'Source',
  ])
  expect(saved.warnings).toEqual([])
})

test('a rename in Pipedrive breaks nothing, and is told at saving, in the editor and in the run', async () => {
  const bench = await openBench()
  const saved = await bench.save(workflow)
  const source = await fieldNamed(bench, 'Source')
  await change(bench, 'Budget', { name: 'Means (EUR)' })
  await change(bench, 'Source', {
    name: "Where's it [from]?",
    options: source.options?.map(one =>
      one.label === 'Trade fair' ? { ...one, label: 'Fair' } : one,
    ),
  })
  // What takes over the name is not what is meant.
  const other = { name: 'Budget', type: 'double' }
  expect((await bench.call('POST', fieldsPath, other)).status).toBe(201)

  const told = (await bench.example()).warnings
  expect(told.map(({ node, path }) => [node, path])).toEqual([
    ['first', 'deal.custom_fields.Budget'],
    ['first', 'deal.custom_fields.Source'],
    ['first', 'deal.custom_fields.Source'],
    ['second', 'deal.title'],
    ['second', 'deal.custom_fields.Reference'],
  ])
  expect(told[0]?.problem).toBe(
    'the custom field "Budget" is now called "Means (EUR)" in Pipedrive; the workflow still uses it',
  )
  expect(told[2]?.problem).toContain('the option "Trade fair" is now called "Fair"')
  // The page may not have seen yet what its names were bound to.
  const again = await bench.save(workflow)
  expect(again.warnings).toEqual(told)
  expect(again.definition).toEqual(saved.definition)

  const steps = await run(bench)
  expect(customOf(steps.get('first'))).toMatchObject({
    'Means (EUR)': { value: 5, currency: 'EUR' },
    ...{ "Where's it [from]?": 'Fair', Budget: null },
  })
  expect(steps.get('first')?.warnings?.map(({ path }) => path)).toContain(
    'deal.custom_fields.Budget',
  )
  expect(pick(steps.get('second'), 'output', 'body', 'data', 'title')).toBe('Budget: 5')
  expect(customOf(steps.get('second'))).toMatchObject({ Reference: 'Fair' })
})

test('what is deleted is named with its step, and nothing is written', async () => {
  const bench = await openBench()
  await bench.save(workflow)
  await remove(bench, 'Budget')
  const [first, second] = (await bench.example()).warnings
  expect(first).toEqual({
    ...{ node: 'first', path: 'deal.custom_fields.Budget' },
    problem:
      'the custom field "Budget" was deleted in Pipedrive, or is of another account; remove it here, or choose another',
  })
  expect(second?.node).toBe('second')
  const failed = (await run(bench)).get('first')
  expect(failed).toMatchObject({ state: 'failed', error: { path: 'deal.custom_fields.Budget' } })
  expect(failed?.error?.message).toContain('the custom field "Budget" was deleted')
  expect(failed?.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  // One of this name takes its place when the workflow is saved.
  await bench.call('POST', fieldsPath, { name: 'Budget', type: 'monetary' })
  const saved = await bench.save(workflow)
  expect(saved.warnings[0]?.problem).toContain('another one now has this name')
  expect((await bench.save(workflow)).warnings).toEqual([])
  expect((await run(bench)).get('second')?.state).toBe('done')
})

test('an option that is deleted is named, with the field', async () => {
  const bench = await openBench()
  await bench.save(workflow)
  const { options = [] } = await fieldNamed(bench, 'Source')
  await change(bench, 'Source', { options: options.filter(({ label }) => label !== 'Trade fair') })
  const { error } = (await run(bench)).get('first') ?? {}
  expect(error?.message).toContain(
    'deal.custom_fields.Source: the option "Trade fair" was deleted in Pipedrive',
  )
})

test('a form writes keys: they have their names beside them, and errors have the names', async () => {
  const bench = await openBench()
  const budget = await fieldNamed(bench, 'Budget')
  const source = await fieldNamed(bench, 'Source')
  const [option] = source.options ?? []
  const custom_fields = { [budget.key]: { value: 'a lot' }, [source.key]: option?.id }
  const saved = await bench.save({
    ...workflow,
    tasks: [node('form', { title: 'Form', custom_fields })],
  })
  expect(saved.definition.tasks[0]?.metadata?.boundNames).toEqual({
    deal: {
      Budget: { key: budget.key },
      Source: { key: source.key, options: { [String(option?.label)]: option?.id } },
    },
  })
  const { error } = (await run(bench)).get('form') ?? {}
  expect(error?.path).toBe('deal.custom_fields.Budget')
  await change(bench, 'Budget', { name: 'Means' })
  const [warning] = (await bench.example()).warnings
  expect(warning?.problem).toContain('"Budget" is now called "Means"')
})

test('without a connection, what was bound stays bound', async () => {
  const bench = await openBench()
  const { definition } = await bench.save(workflow)
  const made = await bench.call<WorkflowView>('POST', '/api/workflows', { definition })
  expect(made.body.definition).toEqual(definition)
  expect(made.body.warnings).toEqual([])
})

test('names that are unknown are told as they are saved, however many there are', async () => {
  const bench = await openBench()
  const custom_fields = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, at) => [`Nothing ${at}`, at]),
  )
  const tasks = [node('odd', { title: 'Odd', custom_fields })]
  const { warnings } = await bench.save({ ...workflow, tasks })
  expect(warnings).toHaveLength(20)
  expect(warnings[0]?.problem).toContain('is not a custom field')
  const named = [node('typo', { title: '${first.body.data.custom.Bugdet}' })]
  const other = await bench.save({ ...workflow, tasks: [...workflow.tasks, ...named] })
  expect(other.warnings).toEqual([
    { node: 'typo', path: 'deal.title', problem: 'there is no custom field "Bugdet"' },
  ])
})
