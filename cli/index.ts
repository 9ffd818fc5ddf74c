#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { exitCodes } from './exit.ts'
import { runProgram } from './program.ts'

// undici's parser is WebAssembly. Optimizing it takes 36 MB, and longer than many requests do.
setFlagsFromString('--no-wasm-tier-up')
setFlagsFromString('--no-wasm-dynamic-tiering')
// One action waits for its server most of the time, so it may collect garbage early.
if (process.argv[2] === 'run') {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
}
// The reader of the output, such as head, may have read enough.
process.stdout.once('error', () => process.exit(exitCodes.ok))
// Notes without a reader are no reason to end.
process.stderr.on('error', () => {})

await runProgram(process.argv.slice(2))
// What may still wait, such as for an answer that does not come, keeps no program from ending.
setTimeout(() => process.exit(), 1_000).unref()
