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
