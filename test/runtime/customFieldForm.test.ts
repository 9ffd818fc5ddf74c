import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError } from '../../definitions/index.ts'
import { findAction, loadOptions, loadProperties } from '../../engine/index.ts'
import { pipedrive } from '../../component/index.ts'
import { fieldTypes } from '../fieldTypes.ts'
import { actionNamed, openBench, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ dealFields: 501 })
})
afterAll(() => bench.close())

const groups = [
  ['addDeal', 'deal'],
  ['addLead', 'lead'],
  ['addPerson', 'person'],
  ['addOrganization', 'organization'],
] as const

const load = async (action: string, path: string, client = bench.client) => {
  const loaded = await loadProperties(actionNamed(action), path, { input: {} }, { client })
  if ('error' in loaded) throw loaded.error
  return loaded
}

const byLabel = async (action: string, path: string) =>
  new Map((await load(action, path)).properties.map(one => [one.label, one]))

test('each type of field has the control that fits it', async () => {
  const fields = await byLabel('addDeal', 'deal.custom_fields')
  const controls = [...fields].slice(0, 16).map(([label, { type, controlType }]) => ({
    [String(label)]: `${type} ${controlType}`,
  }))
  const wanted = fieldTypes.map(({ name, control }) => ({ [name]: control }))
  expect(Object.assign({}, ...controls)).toEqual(Object.assign({}, ...wanted))
  expect(fields.get('Interests')?.options?.map(({ label }) => label)).toEqual([
    'Hardware',
    'Software',
    'Services',
    'R&D / training',
  ])
  expect(fields.get('Budget')?.properties?.map(({ name }) => name)).toEqual(['value', 'currency'])
})

test('all fields are there, however many pages they fill, and cost nothing the second time', async () => {
  const first = await load('addDeal', 'deal.custom_fields')
  expect(first.properties).toHaveLength(501)
  const names = first.properties.map(({ name }) => name)
  expect(new Set(names).size).toBe(501)
  expect(await load('addLead', 'lead.custom_fields')).toMatchObject({
    properties: first.properties,
    tokenCost: 0,
  })
})

test.each(groups)('%s writes what its form has been given', async (action, wrapper) => {
  const { properties } = await load(action, `${wrapper}.custom_fields`)
  const source = properties.find(({ type, options }) => type === 'INTEGER' && options)
  const option = source?.options?.[0]?.value
  const key = String(source?.name)
  const named = wrapper === 'deal' || wrapper === 'lead' ? { title: 'New' } : { name: 'New' }
  const linked = wrapper === 'lead' ? { person_id: 1 } : {}
  const input = { [wrapper]: { ...named, ...linked, custom_fields: { [key]: option } } }
  const { output } = success(await bench.run(action, input))
  expect(JSON.stringify(output)).toMatch(new RegExp(`"${key}":"?${option}\\b`))
})

test('a member that is chosen from a list has a live list of its own', async () => {
  const fields = await byLabel('addDeal', 'deal.custom_fields')
  const options = async (path: string) => {
    const { client } = bench
    const loaded = await loadOptions(actionNamed('addDeal'), path, { input: {} }, { client })
    if ('error' in loaded) throw loaded.error
    return loaded.options.length
  }
  const at = (label: string) => `deal.custom_fields.${fields.get(label)?.name}`
  expect(await options(at('Presales'))).toBeGreaterThan(0)
  expect(await options(`${at('Budget')}.currency`)).toBeGreaterThan(0)
  await expect(options(at('Reference'))).rejects.toThrow('has no live list there')
})

test('where there are none, the ones there are are named', async () => {
  const loaded = await loadProperties(
    findAction(pipedrive, 'addDeal'),
    'deal.title',
    { input: {} },
    { client: bench.client },
  )
  expect('error' in loaded && loaded.error).toBeInstanceOf(InputError)
  expect('error' in loaded && loaded.error.message).toContain('no dynamic properties')
  expect('error' in loaded && loaded.error.hint).toContain('deal.custom_fields')
})

test('what Pipedrive asks for and what it marks is said in the form', async () => {
  const other = await openBench()
  const changed = await other.run('customAction', {
    method: 'PATCH',
    path: `/api/v2/personFields/${await keyOf(other, 'Nickname')}`,
    body: {
      important_fields: { enabled: true, stage_ids: [] },
      required_fields: { enabled: true },
    },
  })
  expect(changed).toMatchObject({ output: { status: 200 } })
  const { properties } = await load('addPerson', 'person.custom_fields', other.client)
  expect(properties.find(({ label }) => label === 'Nickname')).toMatchObject({
    required: true,
    description: 'Marked as important in Pipedrive. Required in Pipedrive.',
  })
  await other.close()
})

const keyOf = async ({ client }: Bench, label: string) => {
  const { properties } = await load('addPerson', 'person.custom_fields', client)
  return properties.find(one => one.label === label)?.name
}
