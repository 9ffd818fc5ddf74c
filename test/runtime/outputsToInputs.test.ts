import { afterAll, beforeAll, expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { findAction, loadOptions, optionsSources, resolve } from '../../engine/index.ts'
import { sources, targets, type Source } from './fieldMeanings.ts'
import { listOf, openBench, pick, success, type Bench } from './support.ts'
import { instantClock } from './clocks.ts'

let bench: Bench
/** Pipedrive lets deactivated users own records, but refuses them as owners of new ones. */
let active: readonly unknown[]
beforeAll(async () => {
  bench = await openBench({ scale: 60 }, { timing: instantClock().timing })
  const { client } = bench
  const users = await loadOptions(
    findAction(pipedrive, 'addDeal'),
    'deal.user_id',
    { input: {} },
    { client },
  )
  active = 'error' in users ? [] : users.options.map(({ value }) => value)
})
afterAll(() => bench.close())

/** The first row that tells it, as the reference that a workflow would hold. */
const referenceTo = (
  { rows }: Source,
  meaning: string,
  place: string,
  outputs: Readonly<Record<string, unknown>>,
) => {
  const count = listOf(resolve(`\${earlier.${rows}}`, outputs)).length
  for (let row = 0; row < count; row++) {
    const reference = `\${earlier.${rows}[${row}].${place}}`
    const value = valueOf(reference, outputs)
    if (value === undefined || value === null) continue
    if (meaning !== 'user' || active.includes(Number(value))) return { reference, value }
  }
  throw new Error(`no row tells ${place}`)
}
const valueOf = (reference: string, outputs: Readonly<Record<string, unknown>>) => {
  try {
    return resolve(reference, outputs)
  } catch {
    return undefined
  }
}

test.each(sources)('outputs of $action are accepted by every matching input', async source => {
  const { action, input, tells } = source
  const outputs = { earlier: await bench.output(action, input) }
  for (const [meaning, places] of Object.entries(tells))
    for (const place of places) {
      const { reference, value } = referenceTo(source, meaning, place, outputs)
      for (const target of targets[meaning] ?? []) {
        const output = await bench.output(target.action, target.input(reference), outputs)
        if (target.back === undefined) continue
        const back = resolve(`\${output.${target.back}}`, { output })
        expect({ meaning, place, to: target.action, back: comparable(back) }).toEqual({
          meaning,
          place,
          to: target.action,
          back: comparable(value),
        })
      }
    }
})

/** Ids are texts in some places and numbers in others, as the page declares them. */
const comparable = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : value

test('the value of a deal goes round and round', async () => {
  let outputs = { earlier: await bench.output('addDeal', { deal: { title: 'T', value: '99.50' } }) }
  for (let round = 0; round < 3; round++) {
    const deal = { title: 'T', value: '${earlier.body.data.value}' }
    outputs = { earlier: await bench.output('addDeal', { deal }, outputs) }
  }
  expect(resolve('${earlier.body.data.value}', outputs)).toBe(99.5)
})

const lead = { title: 'L', person_id: 1 }
/** The least that an action wants besides the value that was chosen. */
const least: Readonly<Record<string, object>> = {
  addDeal: { deal: { title: 'T' } },
  addLead: { lead: { ...lead, value: { amount: 1, currency: 'EUR' } } },
  addOrganization: { organization: { name: 'O' } },
  addPerson: { person: { name: 'P' } },
  updateDeal: { deal: { title: 'T' } },
  updateLead: { lead: { title: 'L', value: { amount: 1, currency: 'EUR' } } },
  updateOrganization: { organization: { name: 'O' } },
  updatePerson: { person: { name: 'P' } },
  searchDeals: { term: 'for' },
  searchLeads: { term: 'for' },
  searchPersons: { term: 'for' },
}
/** Each path has a record of its own, so that it is made with what was chosen. */
const leastOf = (name: string, path: string) => {
  if (name === 'findOrCreateDeal') return { deal: { title: path } }
  if (name === 'findOrCreateOrganization') return { organization: { name: path } }
  if (name === 'findOrCreatePerson') return { match_by: 'name', person: { name: path } }
  return least[name] ?? {}
}
const choices = pipedrive.actions.flatMap(action =>
  [...optionsSources(action).keys()].map(path => [action.name, path] as const),
)

/** The input with a value at a path such as `deal.stage_id`. */
const withValue = (
  input: object,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): object => ({
  ...input,
  [key]: rest.length > 0 ? withValue(Object(pick(input, key)), rest, value) : value,
})

test.each(choices)('%s takes what is chosen from the live list of %s', async (name, path) => {
  const { client } = bench
  const action = findAction(pipedrive, name)
  const wanted = leastOf(name, path)
  const query = { input: wanted }
  const list = await loadOptions(action, path, query, { client })
  const value = pick(list, 'options', 0, 'value')
  expect(pick(list, 'options', 0, 'label')).toEqual(expect.stringMatching(/\S/))
  const chosen = path.endsWith('label_ids') ? [value] : value
  const ids = optionsSources(action).has('id')
    ? await loadOptions(action, 'id', query, { client })
    : undefined
  const whole = { ...wanted, ...(ids && { id: pick(ids, 'options', 0, 'value') }) }
  const input = withValue(whole, path.split('.'), chosen)
  const labelled = await loadOptions(action, path, { ...query, value }, { client })
  expect(labelled).toMatchObject({ options: [{ value }] })
  success(await bench.run(name, input))
})
