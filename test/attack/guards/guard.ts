/** A finding, and what keeps it from coming back. */
export interface Guard {
  readonly id: string
  readonly finding: string
  /** Names of tests as they are written, whichever file they stand in. */
  readonly tests?: readonly string[]
  /** Rows of the attacks. */
  readonly attacks?: readonly string[]
  /** Why nothing guards it, or not all of it. */
  readonly open?: string
}
