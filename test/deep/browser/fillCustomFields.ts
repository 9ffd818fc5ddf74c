import type { Locator } from 'playwright-core'
import { fieldTypes, type FieldTypeCase } from '../../fieldTypes.ts'
import { pick } from '../../runtime/support.ts'
import { field } from './editor.ts'

/** The custom fields in the form of a step. */
export const customFields = (panel: Locator): Locator =>
  panel.getByRole('group', { name: 'Custom fields', exact: true })

const group = (fields: Locator, name: string) => fields.getByRole('group', { name, exact: true })

/** The label of what a field that links a record is set to. */
export type LabelOf = (one: FieldTypeCase) => string

type Fill = (fields: Locator, one: FieldTypeCase, labelOf: LabelOf) => Promise<void>

const typed: Fill = (fields, { name, value }) => field(fields, name).fill(String(value))

const options = async (fields: Locator, name: string, labels: readonly string[]) => {
  await field(fields, name).click()
  for (const label of labels)
    await fields.page().getByRole('option', { name: label, exact: true }).click()
}

const searched = async (fields: Locator, name: string, label: string) => {
  await field(fields, name).fill(label)
  await fields.page().getByRole('option', { name: label }).first().click()
}

const linked: Fill = (fields, one, labelOf) => searched(fields, one.name, labelOf(one))

const range: Fill = async (fields, { name, value }) => {
  await group(fields, name)
    .getByLabel(/^Start/)
    .fill(String(pick(value, 'value')))
  await group(fields, name)
    .getByLabel(/^End/)
    .fill(String(pick(value, 'until')))
}

const byType: Readonly<Record<string, Fill>> = {
  ...{ varchar: typed, varchar_auto: typed, text: typed, double: typed, phone: typed },
  ...{ user: linked, people: linked, org: linked, daterange: range, timerange: range },
  enum: (fields, { name, value }) => options(fields, name, [String(value)]),
  async set(fields, { name, value }) {
    await options(fields, name, Object.values(Object(value)).map(String))
    await fields.page().keyboard.press('Escape')
  },
  async monetary(fields, { name, value }) {
    const money = group(fields, name)
    await field(money, 'Amount').fill(String(pick(value, 'value')))
    await searched(money, 'Currency', String(pick(value, 'currency')))
  },
  date: (fields, { name, value }) => fields.getByLabel(name, { exact: true }).fill(String(value)),
  time: (fields, { name, value }) =>
    fields.getByLabel(name, { exact: true }).fill(String(pick(value, 'value'))),
  address: (fields, { name, value }) => field(fields, name).fill(String(pick(value, 'value'))),
}

/** Gives each field its value, by the control that the form has for its type. */
export const fillAll = async (panel: Locator, labelOf: LabelOf): Promise<void> => {
  const fields = customFields(panel)
  for (const one of fieldTypes) {
    const fill = byType[one.type]
    if (!fill) throw new TypeError(`a form can’t be filled in for the type ${one.type}`)
    await fill(fields, one, labelOf)
  }
}
