import { expect, test } from 'vitest'
import { misfit } from '../../../../workbench/web/panel/data/fit.ts'
import { misfitsIn } from '../../../../workbench/web/panel/data/misfits.ts'
import { previewOf } from '../../../../workbench/web/panel/data/preview.ts'
import { sourceOf } from '../../../../workbench/web/output/sources.ts'
import { propertyOf } from '../../../../workbench/web/validation/inputs.ts'
import { operationNamed, triggerNamed } from '../forms.ts'

const event = {
  id: 7,
  title: 'Lamp',
  value: 99.5,
  person_id: null,
  expected_close_date: '2027-03-01',
}
const sources = [sourceOf({ name: 't', label: 'New Deal' }, triggerNamed('newDeal'), { t: event })]
const warningAt = (operation: string, path: string, text: string) => {
  const property = propertyOf(operationNamed(operation), path)
  if (!property) throw new Error(`no property ${path}`)
  const { label = '', required = false } = property
  return misfit({ label, required, property }, text, previewOf(text, sources, []).value, sources)
}

test('a field that takes other values than its options takes any text', () => {
  expect(warningAt('addPerson', 'person.email[0].label', '${t.title}')).toBeUndefined()
  expect(warningAt('addPerson', 'person.email[0].label', '${t}')).toContain('takes a text')
})

test.each([
  ['deal.value', '${t.title}', 'Value takes a number; this is the text "Lamp"'],
  ['deal.value', '${t.value}', undefined],
  ['deal.value', '1${t.id}', undefined],
  ['deal.person_id', '${t.title}', 'Person takes a whole number; this is the text "Lamp"'],
  ['deal.person_id', '${t.person_id}', undefined],
  ['deal.expected_close_date', '${t.title}', 'Expected Close Date takes a date'],
  ['deal.expected_close_date', '${t.expected_close_date}', undefined],
  ['deal.status', '${t.title}', 'Status takes one of open, won, lost'],
  ['deal', '${t.title}', 'Deal takes a group of fields; this is the text "Lamp"'],
  ['deal', '${t}', undefined],
  ['deal.title', '${t}', 'Title takes a text; this is a group of values'],
  ['deal.title', '${t.id}', undefined],
])('%s = %s is judged by what comes out', (path, text, warning) => {
  const found = warningAt('addDeal', path, text)
  if (warning === undefined) expect(found).toBeUndefined()
  else expect(found).toContain(warning)
})

test('a required field is warned of what may be missing, unless there is a fallback', () => {
  expect(warningAt('getPersonDetails', 'id', '${t.person_id}')).toBe(
    'Person is required, but t.person_id is empty here. A fallback would do: ${t.person_id ?? 1}',
  )
  expect(warningAt('addDeal', 'deal.title', '${t.title}')).toContain('t.title may be empty')
  expect(warningAt('addDeal', 'deal.title', "${t.title ?? 'Deal'}")).toBeUndefined()
  expect(warningAt('getDealDetails', 'id', '${t.id}')).toBeUndefined()
})

test('a fallback that does not fit is told as well', () => {
  expect(warningAt('getPersonDetails', 'id', "${t.person_id ?? 'none'}")).toBe(
    'Person takes a whole number; this is the text "none"',
  )
})

test('a card counts the fields of its step that do not fit', () => {
  const parameters = { deal: { title: '${t.title}', value: '${t.title}' } }
  expect(misfitsIn(operationNamed('addDeal'), parameters, sources)).toEqual([
    'Value takes a number; this is the text "Lamp"',
  ])
})
