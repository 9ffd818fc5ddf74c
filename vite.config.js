import { defineConfig } from 'vite'

/** The page of the workbench: `dist/page` is served as it is. */
export default defineConfig({
  root: 'workbench/web',
  base: '/',
  build: { outDir: '../../dist/page', emptyOutDir: true, sourcemap: false, target: 'es2023' },
  server: { host: '127.0.0.1' },
  logLevel: 'error',
})
