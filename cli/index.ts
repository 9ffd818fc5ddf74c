#!/usr/bin/env node
import { exitCodes } from './exit.ts'
import { runProgram } from './program.ts'

// The reader of the output, such as head, may have read enough.
process.stdout.once('error', () => process.exit(exitCodes.ok))

await runProgram(process.argv.slice(2))
