import { invalid } from '../errors.ts'
import {
  boolean,
  filledList,
  id,
  integer,
  list,
  nullable,
  object,
  objectWithMore,
  oneOf,
  shortText,
  text,
} from '../schema.ts'
import type { Schema } from '../schema.ts'
import type { Store } from '../store.ts'
import { customTypes } from './types.ts'
import type { FieldType } from './types.ts'

const show = object({ show: boolean, order: nullable(integer) })
const visible = { add_visible_flag: boolean, details_visible_flag: boolean }
const important = { important_fields: object({ enabled: boolean, stage_ids: list(id) }) }
const required = { required_fields: object({ enabled: boolean }) }

/** Settings of a field: visibility, importance, obligation. */
const settings = {
  deal: {
    ui_visibility: object({
      ...visible,
      projects_detail_visible_flag: boolean,
      show_in_pipelines: object({ show_in_all: boolean, pipeline_ids: list(id) }),
    }),
    ...important,
    required_fields: object({
      enabled: boolean,
      stage_ids: list(id),
      statuses: objectWithMore({}),
    }),
  },
  person: {
    ui_visibility: object({ ...visible, show_in_add_deal_dialog: show }),
    ...important,
    ...required,
  },
  organization: {
    ui_visibility: object({
      ...visible,
      show_in_add_deal_dialog: show,
      show_in_add_person_dialog: show,
    }),
    ...important,
    ...required,
  },
  product: { ui_visibility: object(visible) },
}
const own = {
  field_type: oneOf(customTypes),
  options: filledList(object({ label: shortText }, ['label']), 10_000),
}
const needed = ['field_name', 'field_type'] as const
const name = { field_name: shortText }
/** A description, which only fields of deals take. */
const described = { description: nullable(text) }

interface Described {
  readonly description?: string | null
  readonly ui_visibility?: object
  readonly important_fields?: object
  readonly required_fields?: object
}
interface ToAdd extends Described {
  readonly field_name: string
  readonly field_type: FieldType
  readonly options?: readonly { readonly label: string }[]
}
interface ToChange extends Described {
  readonly field_name?: string
}
export type EditableKind = keyof typeof settings

export const addBodies: Readonly<Record<EditableKind, Schema<ToAdd>>> = {
  deal: object({ ...name, ...own, ...described, ...settings.deal }, needed),
  person: object({ ...name, ...own, ...settings.person }, needed),
  organization: object({ ...name, ...own, ...settings.organization }, needed),
  product: object({ ...name, ...own, ...settings.product }, needed),
}
export const changeBodies: Readonly<Record<EditableKind, Schema<ToChange>>> = {
  deal: object({ ...name, ...described, ...settings.deal }),
  person: object({ ...name, ...settings.person }),
  organization: object({ ...name, ...settings.organization }),
  product: object({ ...name, ...settings.product }),
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
const idsIn = (value: unknown, key: string): readonly unknown[] => {
  const ids = memberOf(value, key)
  return Array.isArray(ids) ? ids : []
}

/** Refuses settings that name a stage or pipeline that is not there. */
export const checkSettings = ({ stages, pipelines }: Store, given: object) => {
  const named = ['important_fields', 'required_fields'].map(name => memberOf(given, name))
  const shown = memberOf(memberOf(given, 'ui_visibility'), 'show_in_pipelines')
  for (const id of named.flatMap(one => idsIn(one, 'stage_ids')))
    if (typeof id !== 'number' || !stages.get(id) || stages.get(id)?.is_deleted)
      throw invalid(`stage_ids: ${String(id)} does not exist`)
  for (const id of idsIn(shown, 'pipeline_ids'))
    if (typeof id !== 'number' || !pipelines.get(id) || pipelines.get(id)?.is_deleted)
      throw invalid(`pipeline_ids: ${String(id)} does not exist`)
}
