import {
  array,
  date,
  integer,
  isRecord,
  member,
  number,
  object,
  required,
  string,
  time,
  type Option,
  type Property,
} from '../../definitions/index.ts'
import { organizations, persons } from '../options/records.ts'
import { currencies, users } from '../options/settings.ts'
import type { CustomField } from './fields.ts'
import { optionsOf } from './options.ts'

interface Texts {
  readonly label: string
  readonly description?: string
}

const choices = (field: CustomField): readonly Option<number>[] =>
  optionsOf(field).map(({ id, label }) => ({ value: id, label }))

const maxShortText = 255
const shortText = (texts: Texts) => string({ ...texts, maxLength: maxShortText })
const link = (source: typeof users) => (texts: Texts) =>
  integer({ ...texts, optionsDataSource: source, minValue: 1 })

/** By Pipedrive's type. https://pipedrive.readme.io/docs/core-api-concepts-custom-fields */
const byType: Readonly<Record<string, (texts: Texts, field: CustomField) => Property>> = {
  varchar: shortText,
  varchar_auto: shortText,
  text: texts => string({ ...texts, controlType: 'TEXT_AREA' }),
  phone: texts => string({ ...texts, maxLength: maxShortText, controlType: 'PHONE' }),
  double: texts => number(texts),
  monetary: texts =>
    object({
      ...texts,
      properties: {
        value: number({ label: 'Amount', required: true }),
        currency: string({ label: 'Currency', required: true, optionsDataSource: currencies }),
      },
    }),
  enum: (texts, field) => integer({ ...texts, options: choices(field) }),
  set: (texts, field) => ({
    ...array({ ...texts, items: integer() }),
    options: choices(field),
  }),
  user: link(users),
  people: link(persons),
  org: link(organizations),
  date: texts => date(texts),
  daterange: texts =>
    object({
      ...texts,
      properties: {
        value: date({ label: 'Start', required: true }),
        until: date({ label: 'End', required: true }),
      },
    }),
  time: texts =>
    object({
      ...texts,
      additionalProperties: true,
      properties: { value: time({ label: 'Time', required: true }) },
    }),
  timerange: texts =>
    object({
      ...texts,
      additionalProperties: true,
      properties: {
        value: time({ label: 'Start', required: true }),
        until: time({ label: 'End', required: true }),
      },
    }),
  address: texts =>
    object({
      ...texts,
      additionalProperties: true,
      properties: { value: string({ label: 'Address', required: true, minLength: 1 }) },
    }),
}

/** How a form asks for a field. A type that is not known yet is asked for as text. */
export const toProperty = (field: CustomField, label: string, isNew: boolean): Property => {
  const description = [
    field.description,
    isOn(field.important_fields) && 'Marked as important in Pipedrive.',
    isOn(field.required_fields) && requirement(field),
  ]
    .filter(Boolean)
    .join(' ')
  const make = Object.hasOwn(byType, field.field_type) ? byType[field.field_type] : undefined
  const texts = { label, ...(description !== '' && { description }) }
  const property = (make ?? string)(texts, field)
  return isNew && isAlwaysRequired(field) ? required(property) : property
}

const isOn = (setting: { readonly enabled?: boolean | null } | null | undefined) =>
  setting?.enabled === true

/** Required in some stages or at the end only, which a form of a new record can’t know. */
const isAlwaysRequired = ({ required_fields: rule }: CustomField): boolean =>
  isOn(rule) && (rule?.stage_ids ?? []).length === 0 && !hasMembers(member(rule, 'statuses'))

const hasMembers = (value: unknown) => isRecord(value) && Object.keys(value).length > 0

const requirement = (field: CustomField) =>
  isAlwaysRequired(field)
    ? 'Required in Pipedrive.'
    : 'Required in Pipedrive in some stages or states.'
