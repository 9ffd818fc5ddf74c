import { describe, expect, test } from 'vitest'
import Ajv, { type AnySchema } from 'ajv'
import addFormats from 'ajv-formats'
import { pipedrive } from '../../component/index.ts'
import {
  actionManifest,
  inputSchema,
  propertyManifest,
  toJsonSchema,
  type OptionsDataSource,
  type OptionsPage,
  type OptionsQuery,
  type Property,
} from '../../definitions/index.ts'
import { actions, sources, triggerFunctions } from './operations.ts'
import { files, transcripts } from './files.ts'
import type { Transcript } from './replay.ts'

const of = (operation: string) => transcripts.filter(one => one.operation === operation)
const operationOf = ({ name }: { readonly name: string }) =>
  name === 'customAction' ? name : `actions/${name}`

const asked = ({ input }: Transcript) => input as OptionsQuery<unknown>
const given = ({ output }: Transcript) =>
  (output as OptionsPage<unknown> | undefined)?.options ?? []
const searched = (one: Transcript) => asked(one).search?.trim().length ?? 0

const isDeleted = (one: Transcript) => given(one)[0]?.label.endsWith(' (deleted)') === true

const moments: Readonly<Record<string, (one: Transcript) => boolean>> = {
  'the first page': one =>
    asked(one).value === undefined && searched(one) === 0 && given(one).length > 0,
  'a search': one => searched(one) >= 2 && given(one).length > 0,
  'a search for one character': one => searched(one) === 1 && given(one).length > 0,
  'a value that was chosen': one =>
    asked(one).value !== undefined && given(one).length === 1 && !isDeleted(one),
  'a value that has vanished': one =>
    asked(one).value !== undefined && given(one).length === 1 && isDeleted(one),
  'an empty account': one =>
    asked(one).value === undefined &&
    searched(one) === 0 &&
    one.error === undefined &&
    given(one).length === 0,
  'an error': one => one.error !== undefined,
}

describe.each(actions.map(action => [action.name, action] as const))('%s', (_name, action) => {
  const own = of(operationOf(action))

  test('has a transcript with every declared field', () => {
    const complete = own.filter(one => one.complete)
    expect(complete).not.toEqual([])
    expect(complete.flatMap(({ output }) => lacking(action.output, output))).toEqual([])
  })

  test('has transcripts whose inputs and outputs fit its schemas', () => {
    const input = inputSchema(actionManifest(action), 'run')
    const output = toJsonSchema(propertyManifest(action.output), 'output')
    expect(own.flatMap(one => problems(input, one.input))).toEqual([])
    expect(
      own.filter(one => one.error === undefined).flatMap(one => problems(output, one.output)),
    ).toEqual([])
  })
})

describe.each(pipedrive.triggers.map(trigger => [trigger.name, trigger] as const))(
  '%s',
  (name, { output }) => {
    test.each(triggerFunctions)('has a transcript of %s', called => {
      expect(of(`triggers/${name}.${called}`)).not.toEqual([])
    })

    test('has a transcript with every declared field', () => {
      const complete = of(`triggers/${name}.hydrate`).filter(one => one.complete)
      expect(complete).not.toEqual([])
      expect(complete.flatMap(one => lacking(output, one.output))).toEqual([])
    })

    test('has transcripts whose outputs fit its schema', () => {
      const schema = toJsonSchema(propertyManifest(output), 'output')
      const done = of(`triggers/${name}.hydrate`).filter(one => one.error === undefined)
      expect(done.flatMap(one => problems(schema, one.output))).toEqual([])
    })
  },
)

describe.each([...sources])('the options of %s', (_path, source) => {
  const own = transcripts.filter(({ operation }) => sourceOf(operation) === source)

  test.each(Object.entries(moments))('have a transcript of %s', (_moment, shows) => {
    expect(own.filter(shows)).not.toEqual([])
  })
})

test.each(files)('%s has no TODO left', (_file, ones) => {
  expect(ones.map(({ about }) => about).filter(about => /\bTODO\b/.test(about))).toEqual([])
})

test('the connection has transcripts', () => {
  expect(of('connection/test')).not.toEqual([])
})

test('a field that is null, missing or in an empty list is found lacking', () => {
  const { output } = actions.find(({ name }) => name === 'getPersons') ?? {}
  const person = { id: 1, name: null, owner_id: { id: 1, name: 'A', email: 'a@example.com' } }
  expect(output && lacking(output, { body: { data: [person] } })).toEqual([
    'body.data[0].company_id',
    'body.data[0].org_id',
    'body.data[0].name',
    'body.data[0].phone',
    'body.data[0].email',
    'body.data[0].custom',
  ])
  expect(output && lacking(output, { body: { data: [] } })).toEqual(['body.data'])
})

/** Paths of declared fields that an output does not fill. */
function lacking(property: Property, value: unknown, path = ''): readonly string[] {
  if (value === undefined || value === null) return [path]
  if (property.items && Array.isArray(value)) {
    const { items } = property
    if (value.length === 0) return [path]
    return value.flatMap((item, index) => lacking(items, item, `${path}[${index}]`))
  }
  const fields: Readonly<Record<string, unknown>> = { ...value }
  return Object.entries(property.properties ?? {}).flatMap(([name, child]) =>
    lacking(child, fields[name], path ? `${path}.${name}` : name),
  )
}

/** Compiles a schema once. */
const ajv = addFormats.default(new Ajv.default({ allErrors: true, strict: false }))

function problems(schema: AnySchema, value: unknown): readonly string[] {
  return ajv.validate(schema, value) ? [] : [`${ajv.errorsText()} in ${JSON.stringify(value)}`]
}

function sourceOf(operation: string): OptionsDataSource<unknown> | undefined {
  return sources.get(operation.replace(/^options\//, ''))
}
