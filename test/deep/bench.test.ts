import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

test('parts of the bench print their tables, and nothing is warned of', async () => {
  const parts = ['selects', 'decode', 'sizes']
  const child = spawn(process.execPath, ['--expose-gc', 'dist/bench/index.js', ...parts], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [printed, noted, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  expect(noted).toBe('')
  expect(code).toBe(0)
  for (const part of parts) expect(printed).toContain(`### ${part}\n`)
})
