import type { NodeJson, RunView, StepView, TestLine } from '../../../workbench/api/index.ts'
import { openBench, type Bench, type Failure } from './support.ts'

const task = (name: string, type: string, parameters: object, more: object = {}): NodeJson => ({
  name,
  label: name,
  type: `pipedrive/v1/${type}`,
  parameters: { ...parameters },
  ...more,
})
const pinned = (output: unknown) => ({ metadata: { pinned: { output } } })

const leadOf = (from: string) => ({
  lead: { title: 'Hello', person_id: `\${${from}.body.data.id}` },
})

/** A person, and a lead for them. */
const save = async (bench: Bench, tasks: readonly NodeJson[], trigger: object = {}) => {
  const newDeal = task('trigger_1', 'newDeal', {}, trigger)
  const { id } = await bench.save({ label: 'Parts', triggers: [newDeal], tasks })
  return id
}
const person = (more: object = {}) =>
  task('person', 'getPersonDetails', { id: '${trigger_1.person_id}' }, more)
const ended = (lines: readonly TestLine[]): readonly StepView[] =>
  lines.flatMap(line => (line.type === 'step' && line.step.state !== 'running' ? [line.step] : []))
const summaryOf = (lines: readonly TestLine[]) =>
  ended(lines).map(({ name, state, origin = 'run' }) => [name, state, origin])
const runIn = (lines: readonly TestLine[]) =>
  lines.flatMap(line => (line.type === 'run' ? [line.run] : [])).at(-1)

test('a pinned step is not run by hand: its output stands in, and the run says so', async () => {
  const bench = await openBench()
  const id = await save(bench, [
    person(pinned({ body: { data: { id: 3, name: 'Made up' } } })),
    task('lead', 'addLead', leadOf('person')),
  ])
  const lines = await bench.lines(`/api/workflows/${id}/run`, { event: 'sample' })
  expect(summaryOf(lines)).toEqual([
    ['trigger_1', 'done', 'run'],
    ['person', 'done', 'pinned'],
    ['lead', 'done', 'run'],
  ])
  const run = await bench.get<RunView>(`/api/runs/${runIn(lines)?.id}`)
  expect(run.steps.map(({ name, origin }) => [name, origin])).toEqual([
    ['trigger_1', undefined],
    ['person', 'pinned'],
    ['lead', undefined],
  ])
  expect(run.steps[2]?.input).toMatchObject({ lead: { person_id: 3 } })
  // What is pinned is no sample: unpinned, the step has none.
  expect((await bench.example()).samples).not.toHaveProperty('person')
  const tested = await bench.lines(`/api/workflows/${id}/test`, { node: 'lead' })
  expect(ended(tested)[0]?.input).toMatchObject({ lead: { person_id: 3 } })
})

test('a pinned event is run with, where that is asked for', async () => {
  const bench = await openBench()
  const id = await save(bench, [person()], pinned({ id: 1, person_id: 2 }))
  const lines = await bench.lines(`/api/workflows/${id}/run`, { event: 'pinned' })
  expect(ended(lines).map(({ name, origin, input }) => [name, origin, input])).toEqual([
    ['trigger_1', 'pinned', undefined],
    ['person', undefined, expect.objectContaining({ id: 2 })],
  ])
  const other = await bench.lines(`/api/workflows/${id}/run`, { event: 'sample' })
  expect(ended(other)[1]?.input).toMatchObject({ id: 17 })
})

test('a run to a step ends there, whatever is wrong after it, and resumes no further', async () => {
  const bench = await openBench()
  const id = await save(bench, [
    person(),
    task('gone', 'getDealDetails', { id: 999_999 }),
    task('lead', 'addLead', { lead: { title: '${nothing.like.it}' } }),
  ])
  const until = { event: 'sample', until: 'person' }
  expect(summaryOf(await bench.lines(`/api/workflows/${id}/run`, until))).toEqual([
    ['trigger_1', 'done', 'run'],
    ['person', 'done', 'run'],
  ])
  const failing = await bench.lines(`/api/workflows/${id}/run`, { ...until, until: 'gone' })
  expect(summaryOf(failing).at(-1)).toEqual(['gone', 'failed', 'run'])
  await save(bench, [
    person(),
    task('gone', 'getDealDetails', { id: 1 }),
    task('lead', 'addLead', { lead: { title: 'Not to be added', person_id: 1 } }),
  ])
  const run = runIn(failing)?.id
  await bench.call('POST', `/api/runs/${run}/retry`, {})
  let now = await bench.get<RunView>(`/api/runs/${run}`)
  while (now.state === 'running' || now.state === 'waiting')
    now = await bench.get<RunView>(`/api/runs/${run}`)
  expect([now.state, now.steps.map(({ name }) => name)]).toEqual([
    'done',
    ['trigger_1', 'person', 'gone'],
  ])
})

test('a run from a step takes what those before it put out last, or names those that did not', async () => {
  const bench = await openBench()
  const id = await save(bench, [person(), task('lead', 'addLead', leadOf('person'))])
  const from = { event: 'cause', from: 'lead' }
  const refused = await bench.call<Failure>('POST', `/api/workflows/${id}/run`, from)
  expect(refused.status).toBe(400)
  expect(refused.body.error.message).toBe('from: trigger_1 and person did not put anything out yet')
  await bench.lines(`/api/workflows/${id}/run`, { event: 'sample', until: 'person' })
  const lines = await bench.lines(`/api/workflows/${id}/run`, from)
  expect(summaryOf(lines)).toEqual([
    ['trigger_1', 'done', 'earlier'],
    ['person', 'done', 'earlier'],
    ['lead', 'done', 'run'],
  ])
  expect(ended(lines)[2]?.input).toMatchObject({ lead: { person_id: 17 } })
})

test('a whole list, which is no sample, is taken from the run that has put it out', async () => {
  const bench = await openBench()
  const lead = { lead: { title: '${all.body.data[0].name}', person_id: 1 } }
  const id = await save(bench, [task('all', 'getPersons', {}), task('lead', 'addLead', lead)])
  await bench.lines(`/api/workflows/${id}/run`, { event: 'sample', until: 'all' })
  const lines = await bench.lines(`/api/workflows/${id}/run`, { from: 'lead' })
  expect(summaryOf(lines).slice(1)).toEqual([
    ['all', 'done', 'earlier'],
    ['lead', 'done', 'run'],
  ])
})

test('a step is tested with another input, in which nothing stands for anything else', async () => {
  const bench = await openBench()
  const id = await save(bench, [task('lead', 'addLead', leadOf('trigger_1'))])
  const input = { lead: { title: 'Costs ${trigger_1.value}', person_id: 1 } }
  const lines = await bench.lines(`/api/workflows/${id}/test`, { node: 'lead', input })
  expect(ended(lines)[0]).toMatchObject({ state: 'done', input })
})

test('a disabled step is not run, and references to it take their fallback', async () => {
  const bench = await openBench()
  const disabled = { disabled: true }
  const id = await save(bench, [
    person(disabled),
    task('lead', 'addLead', {
      lead: { title: "For ${person.body.data.name ?? 'a friend'}", person_id: 1 },
    }),
  ])
  const lines = await bench.lines(`/api/workflows/${id}/run`, { event: 'sample' })
  expect(summaryOf(lines)).toEqual([
    ['trigger_1', 'done', 'run'],
    ['lead', 'done', 'run'],
  ])
  expect(ended(lines)[1]?.input).toMatchObject({ lead: { title: 'For a friend' } })
  await save(bench, [person(disabled), task('lead', 'addLead', leadOf('person'))])
  expect((await bench.example()).problems).toEqual([
    {
      path: 'tasks[1].parameters.lead.person_id',
      problem: expect.stringContaining('refers to person, which is disabled'),
    },
  ])
  // It can be tested all the same.
  const tested = await bench.lines(`/api/workflows/${id}/test`, { node: 'person' })
  expect(ended(tested)[0]).toMatchObject({ state: 'done' })
  await save(bench, [person(disabled)])
  expect((await bench.example()).problems).toEqual([
    { path: 'tasks', problem: 'every task is disabled' },
  ])
})
