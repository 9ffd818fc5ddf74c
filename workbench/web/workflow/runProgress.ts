import type { Problem, RunSummary, StepView, TestLine } from '../../api/index.ts'

/** What is known of a node while a run goes on, and after. */
export interface Progress {
  readonly state: StepView['state']
  readonly requests: number
  /** Rows of a list so far. */
  readonly rows?: number
  /** Rows left after the list was cut. */
  readonly cut?: number
  /** It waits for an event there. */
  readonly webhookUrl?: string
  readonly step?: StepView
}

export interface RunProgress {
  readonly nodes: Readonly<Record<string, Progress>>
  readonly run?: RunSummary
  readonly error?: Problem
}

export const initialProgress: RunProgress = { nodes: {} }

/** How things stand after one more line of the stream. */
export const advance = (progress: RunProgress, line: TestLine): RunProgress => {
  const at = (name: string, change: Partial<Progress>): RunProgress => {
    const before = progress.nodes[name] ?? { state: 'running', requests: 0 }
    return { ...progress, nodes: { ...progress.nodes, [name]: { ...before, ...change } } }
  }
  switch (line.type) {
    case 'request':
      return at(line.name, { requests: (progress.nodes[line.name]?.requests ?? 0) + 1 })
    case 'rows':
      return at(line.name, { rows: line.rows })
    case 'cut':
      return at(line.name, { cut: line.rows })
    case 'listening':
      return at(line.name, { webhookUrl: line.webhookUrl })
    case 'step':
      return at(line.step.name, { state: line.step.state, step: line.step })
    case 'run':
      return { ...progress, run: line.run }
    case 'failed':
      return { ...progress, error: line.error }
  }
}

/** A run that was broken off has no running nodes any more. */
export const markCancelled = ({ nodes, ...progress }: RunProgress): RunProgress => ({
  ...progress,
  nodes: Object.fromEntries(Object.entries(nodes).filter(([, { state }]) => state !== 'running')),
})
