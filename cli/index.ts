#!/usr/bin/env node
import { exitCodes } from './exit.ts'
import { runProgram } from './program.ts'

// The reader of the output, such as head, may have read enough.
process.stdout.once('error', () => process.exit(exitCodes.ok))
// Notes without a reader are no reason to end.
process.stderr.on('error', () => {})

await runProgram(process.argv.slice(2))
// What may still wait, such as for an answer that does not come, keeps no program from ending.
setTimeout(() => process.exit(), 1_000).unref()
