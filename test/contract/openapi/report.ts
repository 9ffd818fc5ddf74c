import type { Checker, Violation } from './checker.ts'

/** The table that a contract run prints, and its last line. */
export const report = (checker: Checker, violations: readonly Violation[]) => {
  const lines: string[] = []
  let exchanges = 0
  for (const [name, classes] of checker.counts()) {
    const figures = [...classes].sort().map(([statusClass, count]) => `${statusClass} ${count}`)
    for (const count of classes.values()) exchanges += count
    lines.push(`${name.padEnd(56)} ${figures.join('  ')}`)
  }
  const operations = [...checker.counts().keys()].filter(
    name => !name.endsWith('(not in the files)'),
  )
  for (const { operation, status, problem } of violations)
    lines.push(`VIOLATION ${operation} ${status}: ${problem}`)
  lines.push(
    `${operations.length} operations, ${exchanges} exchanges, ${violations.length} violations`,
  )
  return lines.join('\n')
}
