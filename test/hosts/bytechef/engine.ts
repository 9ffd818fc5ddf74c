import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A function of the script by its path, such as `actions addDeal perform`, or another member of it. */
export interface Call {
  readonly path: readonly (string | number)[]
  readonly handed: readonly unknown[]
  /** Whether the platform hands a context over as the last argument. */
  readonly context: boolean
}

export interface Answer {
  readonly value?: unknown
  readonly error?: {
    readonly message: string
    readonly recovery?: string
    readonly path?: string | null
  }
  /** What the script has logged. */
  readonly log: readonly string[]
  readonly loadMs: number
  readonly callMs: number
}

export interface ScriptEngine {
  call(call: Call): Promise<Answer>
  close(): Promise<void>
}

/** A process that reads a call a line, and answers each with a line. */
export const openEngine = (command: string, words: readonly string[]): ScriptEngine => {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  createInterface({ input: child.stdout }).on('line', line => {
    waiting.shift()?.resolve(JSON.parse(line) as Answer)
  })
  // What it can’t read any more, its end answers.
  child.stdin.on('error', () => {})
  void ended.then(() => {
    for (const { reject } of waiting.splice(0)) reject(new Error('the engine has ended'))
  })
  return {
    call: call =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        child.stdin.write(`${JSON.stringify(call)}\n`)
      }),
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
