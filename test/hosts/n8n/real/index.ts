import { installN8n } from './install.ts'
import { runQueue } from './queue.ts'
import type { Print } from './report.ts'
import { runSingle } from './single.ts'

/** The package in a real n8n against the sandbox; prints figures, and returns the exit code. */
export const run = (words: readonly string[], print: Print = console.log): Promise<number> => {
  const installed = installN8n()
  return words.includes('--queue')
    ? runQueue(installed, words, print)
    : runSingle(installed, words, print)
}
