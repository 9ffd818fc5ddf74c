import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRecord } from '../../definitions/index.ts'
import { createChecker, type Violation } from '../contract/openapi/checker.ts'
import { specFolder } from '../contract/openapi/folder.ts'
import { fieldTypes } from '../fieldTypes.ts'
import { openBench, pick, type Bench } from '../runtime/support.ts'
import { arbitraries } from './fieldArbitraries.ts'

const folder = specFolder()
/** The same values each time, so that what fails is due to a change; other numbers try others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const numRuns = 25

const labels = ['Hardware', 'R&D / training', '1', '__proto__', 'Ä 🦊', ' spaced ']
const users = [12_415_231, 12_415_232]

/** Names that could be taken for something else, one for each type. */
const oddNames = [
  ...['__proto__', 'constructor', 'a.b[0]$', 'title', 'name', 'status', 'hasOwnProperty', '${x}'],
  ...['Größe 🦊', "it's", '"quoted"', 'custom', 'id', 'then', '0', 'a b'],
]
const fields = fieldTypes.map(({ type }, at) => ({ type, name: `${oddNames[at]}` }))

interface Kind {
  readonly add: string
  readonly update: string
  readonly details: string
  /** The member of an input that the record is. */
  readonly wrapper: string
  /** Whose definitions it has. */
  readonly definitions: string
  readonly required: object
}
const kinds: readonly Kind[] = [
  {
    ...{ add: 'addDeal', update: 'updateDeal', details: 'getDealDetails', wrapper: 'deal' },
    ...{ definitions: 'deal', required: { title: 'All types' } },
  },
  {
    ...{ add: 'addLead', update: 'updateLead', details: 'getLeadDetails', wrapper: 'lead' },
    ...{ definitions: 'deal', required: { title: 'All types', person_id: 1 } },
  },
  {
    ...{ add: 'addPerson', update: 'updatePerson', details: 'getPersonDetails' },
    ...{ wrapper: 'person', definitions: 'person', required: { name: 'All types' } },
  },
  {
    ...{ add: 'addOrganization', update: 'updateOrganization' },
    details: 'getOrganizationDetails',
    ...{ wrapper: 'organization', definitions: 'organization', required: { name: 'All types' } },
  },
]

const violations: Violation[] = []
let bench: Bench
beforeAll(async () => {
  const checker = folder === undefined ? undefined : createChecker(folder)
  bench = await openBench({
    onExchange: exchange => void violations.push(...(checker?.check(exchange) ?? [])),
  })
  for (const kind of ['deal', 'person', 'organization'])
    for (const { type, name } of fields) {
      const options =
        type === 'enum' || type === 'set' ? { options: labels.map(label => ({ label })) } : {}
      const body = { field_name: escaped(name), field_type: type, ...options }
      await bench.output('customAction', { method: 'POST', path: `/api/v2/${kind}Fields`, body })
    }
})
afterAll(async () => {
  await bench.close()
  expect(violations).toEqual([])
})

const byType = arbitraries({ labels, users })
/** Some of the fields, by name; null for one that is empty. */
const someFields = fc
  .tuple(
    ...fields.map(({ type, name }) =>
      fc
        .option(byType[type] ?? fc.constant(null), { freq: 6 })
        .map((value): readonly [string, unknown] => [name, value]),
    ),
    fc.integer({ min: 0, max: 2 ** fields.length - 1 }),
  )
  .map(given => {
    const mask = Number(given.at(-1))
    const entries = given.slice(0, -1) as readonly (readonly [string, unknown])[]
    return Object.fromEntries(entries.filter((_, at) => (mask >> at) & 1))
  })

/** As it stands in a workflow, where `${` begins a reference. */
const escaped = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('${', () => '$${')
  if (Array.isArray(value)) return value.map(escaped)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, escaped(one)]))
}

const recordOf = (output: unknown) => pick(output, 'body', 'data')
const namesIn = (value: unknown) => Object.entries(Object(value) as Record<string, unknown>)
/** What is empty is not told apart from what was never there. */
const given = (custom: unknown) =>
  Object.fromEntries(
    namesIn(custom).filter(
      ([name, value]) => value !== null && fields.some(one => one.name === name),
    ),
  )

describe.each(kinds)('$wrapper', ({ add, update, details, wrapper, required }) => {
  test('what is written by name reads back equal by name, when it is new and when it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(someFields, someFields, async (first, second) => {
        const added = recordOf(
          await bench.output(add, { [wrapper]: { ...required, custom_fields: escaped(first) } }),
        )
        const id = pick(added, 'id')
        expect(given(pick(added, 'custom'))).toEqual(given(first))
        if (Object.keys(second).length === 0) return
        const input = { id, [wrapper]: { custom_fields: escaped(second) } }
        const changed = recordOf(await bench.output(update, input))
        const expected = given({ ...first, ...second })
        expect(given(pick(changed, 'custom'))).toEqual(expected)
        const read = recordOf(await bench.output(details, { id }))
        expect(given(pick(read, 'custom'))).toEqual(expected)
      }),
      { seed, numRuns },
    )
  }, 120_000)
})
