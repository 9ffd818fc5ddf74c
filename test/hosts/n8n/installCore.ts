import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const manifests = { newest: 'package.json', oldest: 'oldest.json' }

type Which = keyof typeof manifests

const folderOf = (which: Which) => join('dist/n8n-core', which)

export const modulesOf = (which: Which): string => resolve(folderOf(which), 'node_modules')

/**
 * The folder of modules of a pinned n8n-core, which it installs into `dist/n8n-core`: some 430
 * packages and 330 MB, so they are not among those of the project.
 */
export const installCore = (which: Which): Promise<string> =>
  installed(folderOf(which), readFileSync(`test/hosts/n8n/${manifests[which]}`, 'utf8'))

const node24 = '24.21.0'

/** The program of Node 24, as the registry has it. */
export const installNode24 = async (): Promise<string> => {
  const name = `node-${process.platform}-${process.arch}`
  const manifest = JSON.stringify({ private: true, dependencies: { [name]: node24 } })
  return join(await installed('dist/node24', manifest), name, 'bin/node')
}

/** A registry that is slower has failed. */
const maxMs = 300_000

const installed = async (path: string, manifest: string): Promise<string> => {
  const folder = resolve(path)
  const modules = join(folder, 'node_modules')
  // Written at the end, so that half an installation is begun anew.
  const done = join(folder, 'installed.json')
  if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return modules
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), manifest)
  const words = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', words, { cwd: folder, timeout: maxMs })
  writeFileSync(done, manifest)
  return modules
}
