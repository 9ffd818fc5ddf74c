import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The panel draws descriptions itself, so that a whole parser of Markdown has nothing to do. */
const noMarkdown = fileURLToPath(new URL('workbench/web/panel/form/noMarkdown.ts', import.meta.url))

/** The page of the workbench: `dist/page` is served as it is. */
export default defineConfig({
  root: 'workbench/web',
  base: '/',
  resolve: { alias: { 'markdown-to-jsx/react': noMarkdown } },
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2023',
    // A part of the page that could not be loaded is asked for again, which its styles would not be.
    cssCodeSplit: false,
  },
  server: { host: '127.0.0.1' },
  logLevel: 'error',
})
