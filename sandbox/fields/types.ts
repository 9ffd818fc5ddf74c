import type { Row } from '../collection.ts'

/** Types of custom fields. */
export const customTypes = [
  ...(['varchar', 'varchar_auto', 'text', 'phone', 'double', 'monetary', 'enum', 'set'] as const),
  ...(['user', 'people', 'org', 'date', 'daterange', 'time', 'timerange', 'address'] as const),
] as const
export type FieldType = (typeof customTypes)[number]

/** Types that only fields of Pipedrive itself have. */
type SystemType =
  | ('int' | 'boolean' | 'stage' | 'status' | 'visible_to' | 'deal' | 'lead' | 'activity')
  | ('picture' | 'project' | 'varchar_options' | 'billing_frequency')

/** An option of a field; ids are text where Pipedrive has chosen the options itself. */
export interface Option {
  readonly id: number | string
  readonly label: string
  readonly color?: string
}

export interface CustomOption extends Option {
  readonly id: number
}

/** A field that an account has made up itself; its code is a hash of 40 characters. */
export interface CustomField {
  readonly code: string
  readonly name: string
  readonly type: FieldType
  readonly options?: readonly CustomOption[]
}

export const fieldKinds = ['deal', 'person', 'organization', 'product', 'activity'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** A field of the account; leads have those of deals. */
export interface Field extends Row {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly type: FieldType | SystemType
  readonly description: string | null
  readonly options?: readonly Option[]
  /** Their ids are not given again. */
  readonly deletedOptions: readonly Option[]
  readonly is_custom: boolean
  /** True where only `include_fields` shows it. */
  readonly is_optional: boolean
  /** Visibility, importance and obligation, as far as they were set. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly update_time: string
  readonly created_by: number | null
}

export type Parts = Readonly<Record<string, string | number | null>>
export type CustomValue = string | number | readonly number[] | Parts
/** Only what is set; what is missing reads as null. */
export type CustomValues = Readonly<Record<string, CustomValue>>

export const isList = (value: CustomValue): value is readonly number[] => Array.isArray(value)
export const isParts = (value: CustomValue): value is Parts =>
  typeof value === 'object' && !isList(value)
