import { expect, test } from 'vitest'
import { countRuns } from '../../runtime/store/index.ts'
import { openExample } from './bytesPerRun.ts'

const count = Number(process.env['RUNS'] ?? 500)

test('a run of the example takes 3 kB at the most, with all that is in its journal', async () => {
  const example = await openExample()
  const before = await example.bytes()
  await example.run(count)
  expect(await countRuns(example.store, { states: ['done'] })).toBe(count)
  const bytes = Math.round(((await example.bytes()) - before) / count)
  const parts = await example.store.db.all<{ name: string; bytes: number }>(
    `SELECT name, sum(pgsize) / ${count} bytes FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8`,
  )
  const all = parts.map(part => `${part.name} ${part.bytes}`).join(', ')
  process.stderr.write(`${count} runs: ${bytes} bytes each (${all})\n`)
  await example.close()
  expect(bytes).toBeLessThanOrEqual(3_000)
})
