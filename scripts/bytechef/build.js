import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'
import { minify } from 'vite'
import { leaveOut } from './leaveOut.js'
import { quoteContract } from './quoteContract.js'
import { internalNames } from './internalNames.js'
import { shareTexts } from './shareTexts.js'

/** Writes the script for ByteChef: one file whose completion value is the component. */
export const buildScript = async file => {
  const names = internalNames(await bundled())
  const { code } = await minify(file, await bundled(names), { compress: { target: 'es2022' } })
  const script = shareTexts(code)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, script)
  console.log(`The script for ByteChef: ${(Buffer.byteLength(script) / 1000).toFixed(1)} kB.`)
}

/** Members of these names are renamed to a letter or two. */
const bundled = async (names = []) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import script from './hosts/bytechef/index.ts'; ${ending}(script)`,
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'neutral',
    target: 'es2022',
    define: {
      ICON: JSON.stringify(readFileSync('component/icon.svg', 'utf8').trim()),
    },
    mangleProps: new RegExp(`^(${names.join('|')})$`),
    plugins: [leaveOut, quoteContract],
  })
  const [before, value] = outputFiles[0].text.trim().split(ending)
  return before + value.replace(/^\((\w+)\)/, 'return $1')
}

/** Stands where the script gives back what it is for. */
const ending = 'completionValue'
