import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as compiled from '#validators/pipedrive/index.js'
import { pipedrive } from '../../../component/index.ts'
import {
  actionManifest,
  propertyManifest,
  type PropertyManifest,
} from '../../../definitions/index.ts'
import {
  findOperation,
  problemsIn,
  validatorsOf,
  violationsIn,
  type SchemaError,
  type Validator,
} from '../../../engine/index.ts'

const { actions, customAction, triggers } = pipedrive
const names = [...actions, customAction, ...triggers].map(({ name }) => name)

const errorsOf = (validate: Validator, value: unknown): readonly SchemaError[] =>
  validate(value) ? [] : (validate.errors ?? [])
const plain = (errors: readonly SchemaError[]): readonly SchemaError[] =>
  errors.map(({ instancePath, schemaPath, keyword, params, message = '' }) => ({
    instancePath,
    schemaPath,
    keyword,
    params,
    message,
  }))

const numbers = [0, -1, 1.5, 9e15, -0, Number.NaN, Number.POSITIVE_INFINITY]
const dates = ['2026-02-29', '2028-02-29', '2026-13-01', '12:00:00', '25:00:00', '23:59:60']
const times = ['2026-01-01T23:59:60Z', '2026-01-01 12:00:00+01:00', '2026-01-01T12:00', 'T']
const texts = [
  '',
  ' ',
  'x',
  'ü'.repeat(300),
  '😀'.repeat(255),
  '\ud800',
  'a@example.com',
  '/api/v1/x',
]
const others = [null, true, [], {}, [null], ['a', 1], { value: 1 }, { a: { b: 2 } }, { 'a/b~c': 1 }]
const odd: readonly unknown[] = [...numbers, ...dates, ...times, ...texts, ...others]

/** Any of the odd values, any JSON, or one that fits. */
const valueOf = (property: PropertyManifest, depth = 0): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fitting(property, depth) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.anything({ maxDepth: 1 }) },
  )

const fitting = (
  { type, options, properties = [], items: [item] = [] }: PropertyManifest,
  depth: number,
): fc.Arbitrary<unknown> => {
  if (type === 'OBJECT' || type === 'DYNAMIC_PROPERTIES') return objectOf(properties, depth + 1)
  if (type === 'ARRAY')
    return fc.array(item ? valueOf(item, depth + 1) : fc.anything(), { maxLength: 3 })
  if (options) return fc.constantFrom(...options.map(({ value }) => value))
  const simple: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    INTEGER: fc.integer(),
    NUMBER: fc.double(),
    BOOLEAN: fc.boolean(),
    DATE: fc.constantFrom(...dates),
    DATE_TIME: fc.constantFrom(...times),
  }
  return simple[type] ?? fc.string({ unit: 'binary' })
}

/** Members are there or not, and may come with one that is not declared. */
const objectOf = (properties: readonly PropertyManifest[], depth = 0): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(properties.map(one => [one.name ?? '', valueOf(one, depth)])), {
        requiredKeys: [],
      }),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.constant(1), { maxKeys: 2 }) },
      ),
    )
    .map(([declared, more]) => ({ ...declared, ...more }))

test.each(names)('%s is checked as by the compiled validators, error by error', name => {
  const operation = findOperation(pipedrive, name)
  const own = validatorsOf(operation)
  const theirs = Object.entries(compiled).find(([known]) => known === name)?.[1]
  if (!theirs) throw new TypeError(`no validators of ${name}`)
  const manifest = 'perform' in operation ? actionManifest(operation) : { properties: [] }
  /** Branches of a rule across fields say nothing that the rule does not. */
  const says = (value: unknown) => (error: SchemaError) =>
    violationsIn(manifest, value, [error], 'run').length > 0
  const compare = (direction: 'input' | 'output', value: unknown) => {
    const all = errorsOf(theirs[direction], value)
    const expected = direction === 'input' ? all.filter(says(value)) : all
    expect(plain(errorsOf(own[direction], value))).toEqual(plain(expected))
  }
  for (const value of odd) for (const way of ['input', 'output'] as const) compare(way, value)
  fc.assert(
    fc.property(objectOf(manifest.properties), input => {
      compare('input', input)
      // What the user is told is therefore the same.
      expect(problemsIn(manifest, input, errorsOf(own.input, input))).toEqual(
        problemsIn(manifest, input, errorsOf(theirs.input, input)),
      )
    }),
    { numRuns: 150 },
  )
  compare('output', operation.sampleOutput)
  fc.assert(
    fc.property(valueOf(propertyManifest(operation.output)), output => {
      compare('output', output)
    }),
    { numRuns: 100 },
  )
})
