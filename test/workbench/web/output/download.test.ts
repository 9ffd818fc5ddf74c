import { expect, test } from 'vitest'
import { textOf } from '../../../../workbench/web/output/download.ts'
import { byWanted } from '../../../../workbench/web/output/memberOrder.ts'
import { rowsWith, type Table } from '../../../../workbench/web/output/table.ts'

const rows = [
  { id: 1, title: 'Lamp, "big"', value: -3.5, owner: { name: 'Ada' } },
  { id: 2, title: '=HYPERLINK("http://evil")', value: null },
]
const columns = ['id', 'title', 'value', 'owner'].map(name => ({ name, isNarrow: false }))
const table: Table = { columns, rows, isCut: false }

test('rows become a spreadsheet, in which no text is a formula', () => {
  expect(textOf('CSV', {}, table)).toBe(
    [
      'id,title,value,owner',
      '1,"Lamp, ""big""",-3.5,"{""name"":""Ada""}"',
      '2,"\'=HYPERLINK(""http://evil"")",,',
      '',
    ].join('\r\n'),
  )
})

test('rows become lines, and the whole becomes JSON', () => {
  const lines = textOf('NDJSON', {}, table).trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line) as unknown)).toEqual(rows)
  expect(JSON.parse(textOf('JSON', { body: rows }, table))).toEqual({ body: rows })
})

test('rows are found by any value in them', () => {
  const idsWith = (text: string) =>
    rowsWith(table, text).rows.map(row => Reflect.get(Object(row), 'id'))
  expect(idsWith('ADA')).toEqual([1])
  expect(idsWith('evil')).toEqual([2])
  expect(idsWith(' ')).toEqual([1, 2])
  expect(idsWith('nothing')).toEqual([])
})

test('members that are wanted most come first, the others as they are', () => {
  expect(byWanted(['cc_email', 'status', 'zip', 'title', 'id'])).toEqual([
    'id',
    'title',
    'status',
    'cc_email',
    'zip',
  ])
})
