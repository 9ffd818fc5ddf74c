#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { exitCodes } from './exit.ts'
import { runProgram } from './program.ts'

// undici's parser is WebAssembly. Optimizing it takes longer, and more memory, than a few requests do.
setFlagsFromString('--wasm-tiering-budget=100000000')
// The reader of the output, such as head, may have read enough.
process.stdout.once('error', () => process.exit(exitCodes.ok))
// Notes without a reader are no reason to end.
process.stderr.on('error', () => {})

await runProgram(process.argv.slice(2))
// What may still wait, such as for an answer that does not come, keeps no program from ending.
setTimeout(() => process.exit(), 1_000).unref()
