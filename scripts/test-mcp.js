import { runBundled } from './runBundled.js'

/**
 * Tries the server for agents with the protocol's own tools, which it installs (300 MB): the
 * conformance suite, and the inspector's command line mode.
 */
await runBundled('test/hosts/mcp/official/index.ts', 'dist/mcp-test.mjs')
