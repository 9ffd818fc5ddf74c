import { runBundled } from './runBundled.js'

/**
 * Holds all hosts against the cases of `test/conformance` and prints a table.
 * `npm run conformance -- node --all --only faults` names hosts, shows every case, or takes some.
 */
await runBundled('test/conformance/run.ts', 'dist/conformance.mjs')
