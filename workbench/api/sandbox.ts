export type SandboxKind = 'deals' | 'persons' | 'organizations' | 'leads' | 'activities'

/**
 * GET /api/sandbox/:kind?search=&sort=&cursor=&id= → SandboxPage, newest first or sorted by the key of a
 * field (`-value`: from the largest), with an id that record alone · POST /api/sandbox/reset: as at the first start · POST /api/sandbox/:kind (fields) → row
 * PATCH /api/sandbox/:kind/:id (fields) → row · DELETE /api/sandbox/:kind/:id
 * Rows are as the API of the sandbox gives them, but what a field shows stands under its key as a
 * text, number or boolean, or null: `email` of a person, `value` and `currency` of a lead. Forms
 * send only the fields that have changed; null empties one.
 */
export interface SandboxPage {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** Of all pages. */
  readonly total: number
  readonly next?: string
  readonly fields: readonly SandboxField[]
}

/** A column of the table; `editable` ones stand in its form. */
export interface SandboxField {
  readonly key: string
  readonly label: string
  readonly type: 'text' | 'number' | 'date' | 'boolean' | 'choice'
  readonly editable: boolean
  readonly required?: boolean
  /** What has a value can't be emptied; a new record may leave it out. */
  readonly kept?: boolean
  readonly choices?: readonly { readonly label: string; readonly value: string | number }[]
}

/** Leads have the custom fields of deals. */
export type CustomFieldKind = 'deal' | 'person' | 'organization'

/**
 * GET /api/sandbox/fields/:kind → CustomFieldView[] · POST … CustomFieldInput → CustomFieldView
 * PUT …/:id { name, options? } → CustomFieldView: options that are not given again are deleted
 * DELETE …/:id
 */
export interface CustomFieldView {
  readonly id: number
  /** 40 characters, under which records hold the value. */
  readonly key: string
  readonly name: string
  /** Pipedrive's word: `varchar`, `monetary`, … */
  readonly type: string
  /** Of the types `enum` and `set`. */
  readonly options?: readonly { readonly id: number; readonly label: string }[]
}

export interface CustomFieldInput {
  readonly name: string
  readonly type: string
  /** Those without an id are new. */
  readonly options?: readonly { readonly id?: number; readonly label: string }[]
}
