import { PassThrough, Readable, Writable } from 'node:stream'
import { runProgram } from '../../cli/program.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Command {
  /** What it prints, as it comes. */
  readonly stdout: Readable
  readonly stderr: Readable
  readonly ended: Promise<Ended>
  /** As Ctrl-C does, or the system. */
  interrupt(signal?: 'SIGINT' | 'SIGTERM'): void
}

interface Given {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Starts a command within this process, whose streams, variables and exit code are those of the
 * command until it ends. One at a time: a process has one of each.
 */
export const startCommand = (
  words: readonly string[],
  { input = '', env = {} }: Given = {},
): Command => {
  const [printed, noted] = [collector(), collector()]
  const restore = replaceMembers({
    stdout: printed.stream,
    stderr: noted.stream,
    stdin: Readable.from([input]),
    env: { ...process.env, ...env },
  })
  const exitCode = process.exitCode
  process.exitCode = undefined
  const run = async (): Promise<Ended> => {
    try {
      await runProgram(words)
      const code = Number(process.exitCode ?? 0)
      return { code, stdout: printed.content(), stderr: noted.content() }
    } finally {
      process.exitCode = exitCode
      restore()
    }
  }
  return {
    stdout: printed.live,
    stderr: noted.live,
    ended: run(),
    interrupt: (signal = 'SIGINT') => void process.emit(signal),
  }
}

/** Runs a command to its end. */
export const runCommand = (words: readonly string[], given?: Given): Promise<Ended> =>
  startCommand(words, given).ended

const collector = () => {
  const live = new PassThrough()
  let content = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      content += chunk.toString()
      live.write(chunk)
      done()
    },
  })
  return { live, stream, content: () => content }
}

let running = false

/** Replaces members of `process`, and returns what brings them back. */
const replaceMembers = (members: Readonly<Record<string, unknown>>) => {
  if (running) throw new Error('another command is still running')
  running = true
  const before = Object.keys(members).map(
    name => [name, Object.getOwnPropertyDescriptor(process, name)] as const,
  )
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(process, name, { value, writable: true, configurable: true })
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(process, name, descriptor)
      else Reflect.deleteProperty(process, name)
    running = false
  }
}
