import { expect, test } from 'vitest'
import type { ListLocation } from '../../../../definitions/index.ts'
import { cellText, tableOf } from '../../../../workbench/web/output/table.ts'
import { listLocations } from '../../../../workbench/web/shared/component.ts'
import { manifest, operationNamed, operations } from '../forms.ts'

const lists = listLocations(manifest)
const schemaOf = (name: string) => operationNamed(name).outputDefinition.outputResponse.outputSchema

test.each(operations.filter(({ metadata }) => metadata.list).map(({ name }) => name))(
  'the sample of %s is a table whose declared columns come first',
  name => {
    const { metadata, outputDefinition } = operationNamed(name)
    const { outputSchema, sampleOutput } = outputDefinition.outputResponse
    const table = tableOf(sampleOutput, outputSchema, [metadata.list as ListLocation])
    expect(table?.rows.length).toBeGreaterThan(0)
    expect(table?.columns.length).toBeGreaterThan(1)
  },
)

test('declared columns come first and in their order, the others as they are met', () => {
  const rows = [
    { zebra: 1, title: 'T' },
    { aardvark: 2, id: 3 },
  ]
  const { columns = [] } = tableOf({ body: { data: rows } }, schemaOf('getDeals'), lists) ?? {}
  const names = columns.map(({ name }) => name)
  expect(names[0]).toBe('id')
  expect(names.slice(-2)).toEqual(['zebra', 'aardvark'])
})

test('rows of a search stand in items, and a single record is no table', () => {
  const { rows } =
    tableOf({ body: { data: { items: [{ id: 1 }] } } }, schemaOf('searchDeals'), lists) ?? {}
  expect(rows).toEqual([{ id: 1 }])
  expect(tableOf({ body: { data: { id: 1 } } }, schemaOf('getDealDetails'), lists)).toBeUndefined()
  expect(tableOf({ body: { data: [] } }, schemaOf('getDeals'), lists)?.rows).toEqual([])
})

test('a cell shows a value in one line', () => {
  expect([null, undefined, 'a', 0, false, { id: 1 }, { id: 1, name: 'Ada' }].map(cellText)).toEqual(
    ['', '', 'a', '0', 'false', '{"id":1}', 'Ada'],
  )
})
