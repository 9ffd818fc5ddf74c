import { runBundled } from './runBundled.js'

/**
 * Tries the package in a real n8n, which it installs (2.9 GB). `npm run test:n8n -- --pictures`
 * takes the pictures of the documentation, `-- --queue` runs queue mode.
 */
await runBundled('test/hosts/n8n/real/index.ts', 'dist/n8n-test.mjs')
