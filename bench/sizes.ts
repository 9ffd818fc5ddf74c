import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { member } from 'pipedrive-component/definitions'
import type { Figure } from './figures.ts'

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10

/** What is loaded and what is downloaded. */
export const sizes = async (): Promise<readonly Figure[]> => {
  const component = await bundled("export { pipedrive } from 'pipedrive-component'")
  const path = await loadedPath()
  const packed = packedSizes()
  return [
    {
      measure: 'the definition in a bundle, minified, and its dependencies',
      value: `${kilobytes(component.length)} kB, 0`,
      beside: `gzip ${kilobytes(gzipSync(component).length)} kB`,
      ...{ result: kilobytes(component.length), goal: { max: 60, unit: 'kB' } },
    },
    {
      measure: 'JavaScript that a first result loads',
      value: `${path.files} files, ${kilobytes(path.bytes)} kB`,
      beside: 'component, engine, runtime, undici, one action’s validators',
      result: path.files,
    },
    {
      measure: '`npm pack` without the page',
      ...{
        value: `${kilobytes(packed.withoutPage)} kB`,
        beside: `with it ${kilobytes(packed.all)} kB`,
      },
      ...{ result: kilobytes(packed.withoutPage), goal: { max: 1000, unit: 'kB' } },
    },
  ]
}

const bundled = async (contents: string): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    logLevel: 'error',
    ...{ bundle: true, minify: true, write: false, format: 'esm', platform: 'neutral' },
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** The module graph of a process that runs one step: what Node loads, needed or not. */
const loadedPath = async () => {
  const { metafile } = await build({
    entryPoints: ['dist/bench/programs/component.js'],
    ...{ bundle: true, write: false, metafile: true, format: 'esm', platform: 'node' },
    external: ['#validators/*'],
    // Node does not know which files have no side effects.
    ignoreAnnotations: true,
  })
  const inputs = Object.keys(metafile.inputs).filter(file => file.startsWith('dist/'))
  const files = [...inputs, 'dist/validators/pipedrive/getLeadDetails.js']
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0)
  for (const file of files) console.log(`loaded for a first result: ${file}`)
  return { files: files.length, bytes }
}

const packedSizes = () => {
  const words = ['pack', '--dry-run', '--ignore-scripts', '--json']
  const report: unknown = JSON.parse(execFileSync('npm', words, { encoding: 'utf8' }))
  const size = Number(member(member(report, '0'), 'size'))
  const page = readdirSync('dist/page', { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => readFileSync(join(file.parentPath, file.name)))
  const pageBytes = gzipSync(Buffer.concat(page)).length
  return { all: size, withoutPage: size - pageBytes }
}
