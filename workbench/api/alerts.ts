import type { Problem } from './problem.ts'

/** What is told when a workflow that is on fails, and how often. GET /api/alerts → AlertsView */
export interface AlertsView {
  /** The origin of the URL; the rest may hold a secret, so it stays on the server. */
  readonly webhook: string | null
  /** As it was given when the workbench was started: a page must not choose what is run. */
  readonly command: string | null
  /** At most one alert of each workflow in this time; the next one says how many there were. */
  readonly minutes: number
  /** Why the last alert did not arrive; null where it did. */
  readonly failure: AlertFailure | null
}

export interface AlertFailure {
  readonly at: number
  readonly problem: Problem
}

/** PUT /api/alerts → AlertsView. An absent URL stays what it is; an empty one is removed. */
export interface AlertSettings {
  readonly webhookUrl?: string
  readonly minutes: number
}

/** POST /api/alerts/test: sends a test to each, and says how that went. */
export type AlertTest = readonly {
  readonly channel: 'webhook' | 'command'
  readonly problem?: Problem
}[]

/** What the URL receives as JSON, and the command as environment and text. */
export interface AlertMessage {
  readonly kind: 'run-stopped' | 'workflow-trouble' | 'test'
  /** Everything in one text, as chat services show it. */
  readonly text: string
  /** How many alerts of this workflow it stands for. */
  readonly count: number
  readonly at: string
  readonly workflow?: { readonly id: string; readonly label: string }
  readonly run?: { readonly id: number; readonly title: string | null; readonly step?: string }
  readonly error?: Pick<Problem, 'name' | 'message' | 'hint'>
  /** In the workbench, on the machine on which it runs. */
  readonly url: string
}
