import { cell } from '../output.ts'

/** One line of the table. */
export interface Row {
  readonly kind: 'action' | 'option list' | 'trigger' | 'connection'
  readonly name: string
  readonly ms: number
  readonly requests?: number
  readonly tokenCost?: number
  /** Absent when all is well. */
  readonly problem?: string
}

/** Of the longest name of a list, and the gap. */
const nameWidth = 40

export const header = `${''.padEnd(3)}${'what'.padEnd(14)}${'name'.padEnd(nameWidth)}${'calls'.padStart(6)}${'tokens'.padStart(8)}${'ms'.padStart(7)}`

export const line = ({ kind, name, ms, requests, tokenCost, problem }: Row): string => {
  const figures = [
    String(requests ?? '').padStart(6),
    String(tokenCost ?? '').padStart(8),
    String(ms).padStart(7),
  ]
  const mark = problem === undefined ? '✓' : '✗'
  return `${mark}  ${kind.padEnd(14)}${cell(name, nameWidth - 2)}${figures.join('')}${problem === undefined ? '' : `  ${problem}`}`
}

/** The names of what the tour is about. */
export interface Tour {
  readonly actions: readonly string[]
  readonly triggers: readonly string[]
  /** The actions that a step of the tour runs. */
  readonly toured: readonly string[]
}

export interface Findings {
  /** Such as `20/20 actions, 7/7 triggers, 14 option lists`. */
  readonly summary: string
  /** Actions without a step, which is no fault. */
  readonly skipped: readonly string[]
  /** What did not run, or not as it should. */
  readonly faults: readonly string[]
}

export const findings = (rows: readonly Row[], { actions, triggers, toured }: Tour): Findings => {
  const good = rows.filter(({ problem }) => problem === undefined)
  const passed = (names: readonly string[]) =>
    names.filter(name => good.some(row => row.name === name))
  const skipped = actions.filter(name => !toured.includes(name))
  const expected = [...actions.filter(name => !skipped.includes(name)), ...triggers]
  const failed = rows.filter(row => !good.includes(row)).map(({ name }) => name)
  const absent = expected.filter(name => !rows.some(row => row.name === name))
  const lists = good.filter(({ kind }) => kind === 'option list')
  return {
    summary: `${passed(actions).length}/${actions.length} actions, ${passed(triggers).length}/${triggers.length} triggers, ${lists.length} option lists`,
    skipped,
    faults: [...failed, ...absent],
  }
}
