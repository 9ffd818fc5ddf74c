import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * n8n's own checks of the package: its scanner for what is packed and for the sources, and the rules of
 * its linter for the sources with all fields written out, as they see nothing that is worked out. Downloads 300 packages (220 MB) into `dist/n8n-lint` at first.
 */
const folder = resolve('dist/n8n-lint')
const packed = join(folder, 'package')
const written = join(folder, 'written')
const npm = (words, cwd = folder) =>
  execFileSync('npm', words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })

if (!existsSync(join(folder, 'node_modules/@n8n/scan-community-package'))) {
  console.log('Installing n8n’s scanner into dist/n8n-lint; it takes about half a minute.')
  mkdirSync(folder, { recursive: true })
  cpSync('test/hosts/n8n/lint/package.json', join(folder, 'package.json'))
  npm(['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'])
}
await import('../hosts/n8n/build.js')

for (const made of [packed, written]) rmSync(made, { recursive: true, force: true })
npm(['pack', '--silent', '--pack-destination', folder], resolve('dist/n8n'))
const require = createRequire(join(folder, 'any.js'))
const { name, version, n8n } = require(resolve('dist/n8n/package.json'))
mkdirSync(packed)
execFileSync('tar', ['-xzf', `${name}-${version}.tgz`, '-C', packed, '--strip-components=1'], {
  cwd: folder,
})

/** The sources, with the properties and credentials of the nodes in the place of what makes them. */
cpSync('hosts/n8n/package.json', join(written, 'package.json'))
for (const part of ['credentials', 'nodes'])
  cpSync(`hosts/n8n/${part}`, join(written, part), { recursive: true })
for (const path of n8n.nodes) {
  const [, className] = /(\w+)\.node\.js$/.exec(path)
  const { description } = new (require(join(packed, path))[className])()
  const file = join(written, path.replace(/^dist\//, '').replace(/\.js$/, '.ts'))
  const source = readFileSync(file, 'utf8')
    .replace(/properties: \w+\(\)/, () => `properties: ${literal(description.properties)}`)
    .replace('name: credentialName', () => `name: '${description.credentials[0].name}'`)
  writeFileSync(file, source)
}

function literal(value) {
  return JSON.stringify(value, null, 2)
    .replace(/"([A-Za-z_]\w*)":/g, '$1:')
    .replace(/"((?:[^"\\]|\\.)*)"/g, (_, text) => {
      const inner = text.replaceAll("'", "\\'").replaceAll('\\"', '"')
      return `'${inner}'`
    })
}

const scanner = join(folder, 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs')
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(pathToFileURL(scanner))
const legs = [
  ['the package', () => analyzePackage(packed)],
  ['its sources', () => analyzePackage(resolve('hosts/n8n'), SOURCE_FILE_PATTERNS)],
  ['its sources, with all fields', () => analyzePackage(written, SOURCE_FILE_PATTERNS)],
]
for (const [what, analyze] of legs) {
  const { passed, message = '', details = '' } = await analyze()
  // It also passes where it has found nothing to read.
  const isPassed = passed && message === ''
  console.log(`${isPassed ? 'PASSED' : 'FAILED'}  ${what}  ${message}`)
  if (!isPassed) {
    console.log(details)
    process.exitCode = 1
  }
}
