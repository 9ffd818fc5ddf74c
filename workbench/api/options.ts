import type { PropertyManifest } from '../../definitions/index.ts'

/** POST /api/cause { trigger, connectionId } → 204: does in the sandbox what a salesperson would. */

/** POST /api/options → OptionsView, or an error */
export interface OptionsRequest {
  readonly connectionId: string
  readonly operation: string
  /** `deal.stage_id` */
  readonly path: string
  /** The form so far; references stay as they are. */
  readonly input: unknown
  readonly search?: string
  readonly cursor?: string
  readonly value?: string | number
}

export interface OptionsView {
  readonly options: readonly { readonly label: string; readonly value: string | number }[]
  readonly next?: string
}

/** POST /api/properties → PropertiesView, or an error */
export interface PropertiesRequest {
  readonly connectionId: string
  readonly operation: string
  /** Of a dynamic property: `deal.custom_fields` */
  readonly path: string
  /** Asks the account, even if its fields are known from before. */
  readonly fresh?: boolean
}

export interface PropertiesView {
  /** None where the account has none. */
  readonly properties: readonly PropertyManifest[]
}
