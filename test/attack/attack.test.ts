import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Effort } from './attack.ts'
import { attacks } from './attacks/index.ts'
import { exceptions, judged } from './exceptions.ts'
import { guardTable } from './guardTable.ts'
import { figures, type Row } from './table.ts'

// vitest.config.js gives the form to each of its two projects.
const form = process.env['ATTACK_FORM'] === 'long' ? 'long' : 'short'
// The short form tries the same each time, so that what fails is due to a change.
const seed = Number(process.env['ATTACK_SEED'] ?? (form === 'long' ? Date.now() % 1_000_000 : 1))
const rows: Row[] = []
const begun = performance.now()

afterAll(() => {
  const seconds = (performance.now() - begun) / 1000
  const head = `ATTACK_SEED=${seed}, ${form} form, ${seconds.toFixed(0)} s`
  process.stderr.write(`\n${head}\n\n${figures(rows)}\n\n${guardTable()}\n\n`)
})

test.each(attacks.filter(({ onlyLong }) => form === 'long' || !onlyLong))(
  '$group: $name',
  async attack => {
    const effort: Effort = {
      form,
      // A row that runs alone does the same as in its place.
      seed,
      sample: (arbitrary, count) => fc.sample(arbitrary, { seed, numRuns: count }),
      many: (short, long) => (form === 'long' ? long : short),
    }
    const tally = await attack.run(effort)
    const { unexplained, reasons } = judged(attack.name, tally.failures)
    rows.push({ attack, tally, reasons })
    expect(tally.tried).toBeGreaterThan(0)
    expect(unexplained).toEqual([])
  },
)

test('each exception is one of a row', () => {
  const names = attacks.map(({ name }) => name)
  expect(exceptions.filter(({ attack }) => !names.includes(attack))).toEqual([])
})
