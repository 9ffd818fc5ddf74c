import type { ConformanceHost } from './host.ts'
import { kinds } from './case.ts'
import type { Row, Verdict } from './runCases.ts'

export interface HostRows {
  readonly host: ConformanceHost
  readonly rows: readonly Row[]
}

const marks = { pass: '✓', skip: '–', fail: '✗' } as const

/** A line for each case, a column for each host; below it, why cases are skipped or have failed. */
export const table = (results: readonly HostRows[], everyCase: boolean): readonly string[] => {
  const names = results.map(({ host }) => host.capabilities.name)
  const cases = results[0]?.rows ?? []
  const width = Math.max(4, ...cases.map(({ name }) => Math.min(name.length, maxName)))
  const columns = names.map(name => Math.max(name.length, 9))
  const cells = (texts: readonly string[]) =>
    texts.map((text, at) => text.padStart(columns[at] ?? 0)).join('  ')
  const lines = [`${'case'.padEnd(width)}  ${cells(names)}`]
  for (const kind of kinds) {
    const counts = results.map(({ rows }) => countText(rows.filter(row => row.kind === kind)))
    lines.push(`${kind.padEnd(width)}  ${cells(counts)}`)
    if (everyCase)
      for (const [at, { name }] of cases.entries())
        if (cases[at]?.kind === kind) {
          const shown = name.length > maxName ? `${name.slice(0, maxName - 1)}…` : name
          const states = results.map(({ rows }) => marks[rows[at]?.verdict.state ?? 'fail'])
          lines.push(`${`  ${shown}`.padEnd(width + 2)}${cells(states)}`)
        }
  }
  const totals = results.map(({ rows }) => countText(rows))
  return [...lines, `${'all'.padEnd(width)}  ${cells(totals)}`, ...results.flatMap(notes)]
}

const maxName = 76

const countText = (rows: readonly Row[]): string => {
  const applicable = rows.filter(({ verdict }) => verdict.state !== 'skip')
  return `${applicable.filter(({ verdict }) => verdict.state === 'pass').length}/${applicable.length}`
}

const notes = ({ host, rows }: HostRows): readonly string[] => {
  const { name } = host.capabilities
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

/** Whether nothing has failed. */
export const isConforming = (results: readonly HostRows[]): boolean =>
  results.every(({ rows }) => rows.length > 0 && rows.every(({ verdict }) => !isFailure(verdict)))

const isFailure = ({ state }: Verdict) => state === 'fail'
