import { fstatSync, writeSync } from 'node:fs'
import { exitCodes } from './exit.ts'
import { info } from './output.ts'

/** Commands that have something to put away in the account, as they do at Ctrl-C. */
const stopping = new Set(['listen', 'tour', 'workflow'])

/** Ends the command where its output can’t be written, and says so unless its reader has read enough. */
export const watchStandardOutput = (command: string | undefined): void => {
  const { stdout, stderr } = process
  let isOver = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isOver) return
    isOver = true
    const hasReadEnough = error.code === 'EPIPE'
    if (!hasReadEnough) info(`The output can’t be written: ${error.message}`)
    const code = hasReadEnough ? exitCodes.ok : exitCodes.defect
    const isStopped = stopping.has(command ?? '') && process.emit('SIGINT')
    if (!isStopped) process.exit(code)
    if (!hasReadEnough) process.once('exit', () => (process.exitCode = code))
  })
  // Notes without a reader are no reason to end.
  stderr.on('error', () => {})
  if (fstatSync(stdout.fd).isFile()) stdout._write = writeWhole
}

/** Node takes a write to a file that was cut short, as by a full disk, for a whole one. */
const writeWhole: NodeJS.WriteStream['_write'] = (chunk: Buffer, _encoding, done) => {
  try {
    for (let at = 0; at < chunk.length;) at += writeSync(process.stdout.fd, chunk, at)
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}
