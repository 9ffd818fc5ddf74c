import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startSandbox } from '../../sandbox/index.ts'

const count = 100_000

/** The command line that is built, and the most memory that it has had. */
const run = async (words: readonly string[], accessToken: string) => {
  const program = `
    process.once('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))
    process.argv.splice(1, 0, 'pipedrive')
    await import('./dist/bundle/cli/index.js')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PIPEDRIVE_ACCESS_TOKEN: accessToken },
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [, kilobytes] = /peak (\d+)/.exec(stderr) ?? []
  return { stdout, stderr, megabytes: Number(kilobytes) / 1_000 }
}

/** A plan with a burst that lets a long list through in some seconds. */
const open = () => startSandbox({ scale: count, seed: 1, plan: 'ultimate' })

test('100 000 rows as one JSON object take 150 MB at the most, and an end before that is told in it', async () => {
  const sandbox = await open()
  const words = ['run', 'getDeals', '--json', '--url', sandbox.url]
  const { stdout, megabytes } = await run(words, sandbox.accessToken)
  process.stderr.write(`${count} rows: ${Math.round(megabytes)} MB\n`)
  expect(JSON.parse(stdout)).toMatchObject({ warnings: [] })
  expect(JSON.parse(stdout).output.body.data).toHaveLength(count)
  expect(megabytes).toBeLessThan(150)
  const cut = await run([...words, '--timeout', '3'], sandbox.accessToken)
  const { output, error } = JSON.parse(cut.stdout)
  expect(error).toMatchObject({ message: expect.any(String), recovery: expect.any(String) })
  if (output) expect(output.body.data.length).toBeGreaterThan(0)
  await sandbox.close()
})
