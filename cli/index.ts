#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { runProgram } from './program.ts'
import { watchStandardOutput } from './standardOutput.ts'

// undici's parser is WebAssembly. Optimizing it takes 36 MB, and longer than many requests do.
setFlagsFromString('--no-wasm-tier-up')
setFlagsFromString('--no-wasm-dynamic-tiering')
// One action waits for its server most of the time, so it may collect garbage early.
if (process.argv[2] === 'run') {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
}
watchStandardOutput(process.argv[2])

await runProgram(process.argv.slice(2))
// What may still wait, such as for an answer that does not come, keeps no program from ending.
setTimeout(() => process.exit(), 1_000).unref()
