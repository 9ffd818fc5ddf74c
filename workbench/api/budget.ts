/** GET /api/budget: what a token is. */
export interface BudgetView {
  readonly plans: readonly {
    readonly name: string
    readonly title: string
    readonly tokensPerSeat: number
  }[]
  readonly examples: readonly { readonly title: string; readonly tokenCost: number }[]
}

/** GET /api/workflows/:id/forecast: what the saved workflow takes of the daily budget. */
export interface ForecastView {
  readonly steps: readonly StepForecast[]
  /** Of each event, without what runs share. */
  readonly tokensPerEvent: number
  readonly shared: readonly SharedCall[]
  /** By the events of the last days; null where there were none. */
  readonly eventsPerDay: number | null
  /** Used today by this workbench; other apps of the account use the same budget. */
  readonly usedToday: number
  readonly advice: readonly Advice[]
}

export interface StepForecast {
  readonly name: string
  readonly tokenCost: number
  /** How many of its runs that is the average of; 0 where its definition says it. */
  readonly runs: number
  /** It costs more with each page of rows. */
  readonly isList: boolean
  readonly calls: readonly {
    readonly call: string
    readonly tokenCost: number
    readonly when: 'always' | 'linked' | 'rows'
  }[]
}

/** Made by the first run that needs it, and its answer is used by all others for a while. */
export interface SharedCall {
  readonly call: string
  readonly tokenCost: number
  readonly maxPerDay: number
}

/** What would make the workflow cheaper. */
export interface Advice {
  readonly kind: 'unused' | 'repeated' | 'in-event' | 'unlimited'
  /** The step to change. */
  readonly step: string
  /** The step whose output can take its place. */
  readonly other?: string
  /** For each event; absent where that depends on the data. */
  readonly saves?: number
}
