import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { TestLine } from '../api/index.ts'
import { problemOf } from './errors.ts'
import type { Tasks } from './tasks.ts'

/** Aborts when the page has given up waiting for the reply. */
export const abortedWith = (reply: FastifyReply): AbortSignal => {
  const abort = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort.abort()
  })
  return abort.signal
}

/** What a page may leave unread; the outputs of all steps of a large test are less. */
const maxUnreadBytes = 64 * 1024 * 1024

/**
 * Answers with one line of JSON for each thing that is said, until the work is done. A page that
 * does not read has given up.
 */
export const answerLines = (
  reply: FastifyReply,
  tasks: Tasks,
  work: (emit: (line: TestLine) => void, signal: AbortSignal) => Promise<void>,
): FastifyReply => {
  const signal = AbortSignal.any([abortedWith(reply), tasks.signal])
  const lines = new Readable({ read() {} })
  const emit = (line: TestLine) => {
    if (signal.aborted) return
    lines.push(`${JSON.stringify(line)}\n`)
    if (lines.readableLength > maxUnreadBytes) reply.raw.destroy()
  }
  const done = work(emit, signal)
    .catch((error: unknown) => emit({ type: 'failed', error: problemOf(error) }))
    .finally(() => lines.push(null))
  tasks.add(done)
  return reply.type('application/x-ndjson').send(lines)
}
