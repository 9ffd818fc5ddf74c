import { readFileSync, statSync } from 'node:fs'
import { build } from 'esbuild'
import { compact } from './compact.js'

/** What this host has no use for: the platform reads the whole script again for each call. */
const leftOut = {
  'component/budget.ts': 'budget',
  'triggers/changes.ts': 'changes',
  'triggers/simulate.ts': 'simulate',
}

const smaller = {
  name: 'smaller',
  setup({ onLoad }) {
    onLoad({ filter: /(budget|changes|simulate)\.ts$/ }, ({ path }) => {
      const [, name] = Object.entries(leftOut).find(([file]) => path.endsWith(`/${file}`)) ?? []
      return name && { contents: `export const ${name} = undefined` }
    })
    onLoad({ filter: /component\/specification\/v\d\.ts$/ }, async ({ path }) => {
      const [[name, table]] = Object.entries(await import(await bundled(path)))
      return { contents: compact(name, table), loader: 'js' }
    })
  },
}

/** A module of TypeScript as one that Node can import. */
const bundled = async path => {
  const { outputFiles } = await build({ entryPoints: [path], format: 'esm', write: false })
  return `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
}

/** Writes the script for ByteChef: one file whose completion value is the component. */
export const buildScript = async file => {
  await build({
    entryPoints: ['hosts/bytechef/index.ts'],
    outfile: file,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'pipedriveScript',
    footer: { js: 'pipedriveScript.default;' },
    platform: 'neutral',
    target: 'es2022',
    define: { ICON: JSON.stringify(readFileSync('component/icon.svg', 'utf8').trim()) },
    plugins: [smaller],
  })
  console.log(`The script for ByteChef: ${(statSync(file).size / 1000).toFixed(1)} kB.`)
}
