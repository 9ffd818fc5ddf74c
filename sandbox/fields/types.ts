export type FieldType =
  | 'varchar'
  | 'varchar_auto'
  | 'text'
  | 'phone'
  | 'double'
  | 'monetary'
  | 'enum'
  | 'set'
  | 'user'
  | 'people'
  | 'org'
  | 'date'
  | 'daterange'
  | 'time'
  | 'timerange'
  | 'address'

export interface Option {
  readonly id: number
  readonly label: string
  readonly color?: string
}

/** A field that an account has made up itself; its code is a hash of 40 characters. */
export interface CustomField {
  readonly code: string
  readonly name: string
  readonly type: FieldType
  readonly options?: readonly Option[]
}

export type Parts = Readonly<Record<string, string | number | null>>
export type CustomValue = string | number | readonly number[] | Parts
/** Only what is set; what is missing reads as null. */
export type CustomValues = Readonly<Record<string, CustomValue>>

export const isList = (value: CustomValue): value is readonly number[] => Array.isArray(value)
export const isParts = (value: CustomValue): value is Parts =>
  typeof value === 'object' && !isList(value)
