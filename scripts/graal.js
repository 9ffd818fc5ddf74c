import { runBundled } from './runBundled.js'

/** Runs the script for ByteChef in GraalJS; `--allow-missing` where there is no Java or Maven. */
await runBundled('test/hosts/bytechef/graalRun.ts', 'dist/graal.mjs')
