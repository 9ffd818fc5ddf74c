import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Checker, Violation } from './checker.ts'

/** A checker counts for a whole file of tests, so the last of its tallies is the one that stays. */
const names = new WeakMap<Checker, string>()

/** Leaves a file's counts where the contract run adds them up. */
export const leaveTally = (checker: Checker | undefined, violations: readonly Violation[]) => {
  const folder = process.env['PIPEDRIVE_TALLY']
  if (!folder || !checker) return
  const name = names.get(checker) ?? randomUUID()
  names.set(checker, name)
  const counts = [...checker.counts()].map(([name, classes]) => [name, Object.fromEntries(classes)])
  leave(`${folder}/${name}.json`, { counts: Object.fromEntries(counts), violations: [] })
  if (violations.length > 0) leave(`${folder}/${randomUUID()}.json`, { counts: {}, violations })
}

const leave = (file: string, tally: object) => writeFileSync(file, JSON.stringify(tally))
