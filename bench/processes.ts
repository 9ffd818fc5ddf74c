import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { program } from './startServer.ts'

/** One run of a program. */
export interface Run {
  /** Milliseconds from its start to its first output. */
  readonly firstMs: number
  /** Milliseconds until it had ended. */
  readonly endMs: number
  /** Most memory that it had at once. */
  readonly peakMegabytes: number
}

/** Runs a program of Node and measures it; throws where it fails. */
export const runProcess = async (words: readonly string[], env: object = {}): Promise<Run> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'peak')
  try {
    const start = performance.now()
    const report = pathToFileURL(program('reportMemory')).href
    const child = spawn(process.execPath, [`--import=${report}`, ...words], {
      env: { ...process.env, PEAK_MEMORY_FILE: file, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let firstMs = Number.NaN
    child.stdout.on('data', () => {
      if (Number.isNaN(firstMs)) firstMs = performance.now() - start
    })
    const ended: readonly unknown[] = await once(child, 'exit')
    if (ended[0] !== 0) throw new Error(`${words.join(' ')} ended with ${String(ended[0])}`)
    const peakMegabytes = Number(readFileSync(file, 'utf8')) / 1000
    return { firstMs, endMs: performance.now() - start, peakMegabytes }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
