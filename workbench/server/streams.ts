import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Tasks } from './tasks.ts'

/** Aborts when the page has given up waiting for the reply. */
export const abortedWith = (reply: FastifyReply): AbortSignal => {
  const abort = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort.abort()
  })
  return abort.signal
}

/** Answers with one line of JSON for each thing that is said, until the work is done. */
export const answerLines = <Line>(
  reply: FastifyReply,
  tasks: Tasks,
  work: (say: (line: Line) => void, signal: AbortSignal) => Promise<void>,
): FastifyReply => {
  const signal = AbortSignal.any([abortedWith(reply), tasks.signal])
  const lines = new Readable({ read() {} })
  const say = (line: Line) => {
    if (!signal.aborted) lines.push(`${JSON.stringify(line)}\n`)
  }
  const done = work(say, signal).then(
    () => lines.push(null),
    (error: unknown) => lines.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  tasks.add(done)
  return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(lines)
}
