import {
  dynamicProperties,
  type Exchange,
  type MemberNames,
  type Properties,
  type Property,
} from '../../definitions/index.ts'
import { readFields, type CustomField, type FieldsOf } from './fields.ts'
import { isKey } from './find.ts'
import { memberNames } from './memberNames.ts'
import { uniqueNames } from './names.ts'
import { toProperty } from './toProperty.ts'

const description =
  'By name or key, such as `{ "Budget": { "value": 99.5, "currency": "EUR" } }`; null clears a field.'

const group = (kind: FieldsOf, isNew: boolean, description: string) =>
  dynamicProperties({
    label: 'Custom fields',
    description,
    propertiesDataSource: {
      *properties({ fresh }): Exchange<Properties> {
        const { fields } = yield* readFields(kind, fresh)
        return toProperties(fields, isNew)
      },
      *names({ fresh }): Exchange<MemberNames> {
        return memberNames((yield* readFields(kind, fresh)).fields)
      },
      isKey,
    },
  })

/** Under the key of each field, which a renamed field keeps. */
export const toProperties = (fields: readonly CustomField[], isNew: boolean): Properties => {
  const names = uniqueNames(fields)
  return Object.fromEntries(
    fields.map((field): [string, Property] => [
      field.field_code,
      toProperty(field, names.get(field.field_code) ?? field.field_name, isNew),
    ]),
  )
}

/** The custom fields of a new record. */
export const newCustomFields = (kind: FieldsOf) => group(kind, true, description)

/** The custom fields of a record that is there: none is required, and null clears one. */
export const changedCustomFields = (kind: FieldsOf) => group(kind, false, description)

/** The values that rows of a list must have. */
export const wantedCustomFields = (kind: FieldsOf) =>
  group(
    kind,
    false,
    'Only those with these values, by name or key; null for none. Pages are read for it.',
  )
