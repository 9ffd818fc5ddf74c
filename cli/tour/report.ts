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

export const header = `${''.padEnd(3)}${'what'.padEnd(14)}${'name'.padEnd(34)}${'calls'.padStart(6)}${'tokens'.padStart(8)}${'ms'.padStart(7)}`

export const line = ({ kind, name, ms, requests, tokenCost, problem }: Row): string => {
  const figures = [
    String(requests ?? '').padStart(6),
    String(tokenCost ?? '').padStart(8),
    String(ms).padStart(7),
  ]
  const mark = problem === undefined ? '✓' : '✗'
  return `${mark}  ${kind.padEnd(14)}${name.padEnd(34)}${figures.join('')}${problem === undefined ? '' : `  ${problem}`}`
}

const passed = (rows: readonly Row[], names: readonly string[]) =>
  names.filter(name => rows.some(row => row.name === name && row.problem === undefined)).length

/** `20/20 actions, 7/7 triggers, 14 option lists` */
export const summary = (
  rows: readonly Row[],
  actions: readonly string[],
  triggers: readonly string[],
): string => {
  const lists = rows.filter(({ kind, problem }) => kind === 'option list' && problem === undefined)
  return `${passed(rows, actions)}/${actions.length} actions, ${passed(rows, triggers)}/${triggers.length} triggers, ${lists.length} option lists`
}
