import type { ConformanceHost } from './host.ts'
import { kinds } from './case.ts'
import type { Row } from './runCases.ts'

export interface HostRows {
  readonly host: ConformanceHost
  /** None where the machine lacks something for the host. */
  readonly rows: readonly Row[]
  readonly missing?: string
}

const marks = { pass: '✓', skip: '–', fail: '✗' } as const

/** A line for each case, a column for each host; below it, why cases are skipped or have failed. */
export const table = (results: readonly HostRows[], everyCase: boolean): readonly string[] => {
  const names = results.map(({ host }) => host.capabilities.name)
  const cases = results.find(({ rows }) => rows.length > 0)?.rows ?? []
  const width = Math.max(4, ...cases.map(({ name }) => Math.min(name.length, maxName)))
  const columns = names.map(name => Math.max(name.length, 9))
  const cells = (texts: readonly string[]) =>
    texts.map((text, at) => text.padStart(columns[at] ?? 0)).join('  ')
  const lines = [`${'case'.padEnd(width)}  ${cells(names)}`]
  for (const kind of kinds) {
    const counts = results.map(result => countText(result, row => row.kind === kind))
    lines.push(`${kind.padEnd(width)}  ${cells(counts)}`)
    if (everyCase)
      for (const [at, { name }] of cases.entries())
        if (cases[at]?.kind === kind) {
          const shown = name.length > maxName ? `${name.slice(0, maxName - 1)}…` : name
          const states = results.map(({ rows }) => {
            const row = rows[at]
            return row ? marks[row.verdict.state] : ''
          })
          lines.push(`${`  ${shown}`.padEnd(width + 2)}${cells(states)}`)
        }
  }
  const totals = results.map(result => countText(result, () => true))
  return [...lines, `${'all'.padEnd(width)}  ${cells(totals)}`, ...results.flatMap(notes)]
}

const maxName = 76

const countText = ({ rows, missing }: HostRows, isOne: (row: Row) => boolean): string => {
  if (missing !== undefined) return 'not run'
  const applicable = rows.filter(row => isOne(row) && row.verdict.state !== 'skip')
  return `${applicable.filter(({ verdict }) => verdict.state === 'pass').length}/${applicable.length}`
}

const notes = ({ host, rows, missing }: HostRows): readonly string[] => {
  const { name } = host.capabilities
  if (missing !== undefined) return [`${name} was not run: ${missing}`]
  const reasons = new Map<string, number>()
  for (const { verdict } of rows)
    if (verdict.state === 'skip')
      reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1)
  return [
    ...[...reasons].map(([reason, count]) => `${name} skips ${count}: ${reason}`),
    ...rows.flatMap(({ kind, name: title, verdict }) =>
      verdict.state === 'fail' ? [`${name} fails: ${kind}: ${title}: ${verdict.reason}`] : [],
    ),
  ]
}

/** Whether nothing has failed, on all hosts or on those that the machine can run. */
export const isConforming = (results: readonly HostRows[], allowMissing = false): boolean =>
  results.every(({ rows, missing }) =>
    missing === undefined
      ? rows.length > 0 && rows.every(({ verdict }) => verdict.state !== 'fail')
      : allowMissing,
  )
