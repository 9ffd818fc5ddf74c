import { expect, test } from 'vitest'
import * as compiled from '#validators/pipedrive/index.js'
import { pipedrive } from '../../../component/index.ts'
import { actionManifest, type PropertyManifest } from '../../../definitions/index.ts'
import { findAction, type SchemaError, type Validator } from '../../../engine/index.ts'
import { validatorsOf } from '../../../hosts/bytechef/validate/validators.ts'

const actions = [...pipedrive.actions, pipedrive.customAction].map(({ name }) => name)

const inOrder = (errors: readonly SchemaError[]) => errors.map(one => JSON.stringify(one)).sort()
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

const odd = [null, 0, -1, 1.5, 9e15, '', ' ', 'x', 'ü'.repeat(300), '2026-02-29', '2028-02-29']
const odder = [
  '12:00:00',
  '2026-01-01T23:59:60Z',
  '2026-01-01 12:00:00+01:00',
  true,
  [],
  {},
  [null],
]
const values: readonly unknown[] = [...odd, ...odder, ['a', 1], { value: 1 }, { a: { b: 2 } }]

/** A value that fits, and then each property with each odd value in its place. */
const inputsOf = (properties: readonly PropertyManifest[]): readonly unknown[] => {
  const fitting = Object.fromEntries(properties.map(one => [one.name ?? '', fit(one)]))
  return [
    {},
    fitting,
    { ...fitting, unknown: 1 },
    ...properties.flatMap(({ name = '', properties: own = [], items: [item] = [] }) => [
      ...values.map(value => ({ ...fitting, [name]: value })),
      ...inputsOf(own).map(value => ({ ...fitting, [name]: value })),
      ...inputsOf(item?.properties ?? []).map(value => ({ ...fitting, [name]: [value] })),
    ]),
  ]
}
const fit = ({ type, options, properties = [], items: [item] = [] }: PropertyManifest): unknown => {
  if (options) return options[0]?.value
  if (type === 'OBJECT')
    return Object.fromEntries(properties.map(one => [one.name ?? '', fit(one)]))
  if (type === 'ARRAY') return item ? [fit(item)] : []
  return { INTEGER: 1, NUMBER: 1.5, BOOLEAN: true, DATE: '2026-12-31' }[String(type)] ?? 'Desks'
}

test.each(actions)('%s is checked as by the compiled validators', name => {
  const action = findAction(pipedrive, name)
  const own = validatorsOf(action)
  const theirs = Object.entries(compiled).find(([known]) => known === name)?.[1]
  if (!theirs) throw new TypeError(`no validators of ${name}`)
  const compare = (direction: 'input' | 'output', value: unknown) =>
    expect(inOrder(plain(errorsOf(own[direction], value)))).toEqual(
      inOrder(plain(errorsOf(theirs[direction], value))),
    )
  const { properties, outputDefinition } = actionManifest(action)
  for (const value of [...values, ...inputsOf(properties)]) compare('input', value)
  const { outputSchema, sampleOutput } = outputDefinition.outputResponse
  for (const value of [...values, sampleOutput, ...inputsOf(outputSchema.properties ?? [])])
    compare('output', value)
})
