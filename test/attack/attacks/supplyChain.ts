import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTally, type Attack } from '../attack.ts'

interface Locked {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
  readonly integrity?: string
  readonly license?: string
  readonly link?: boolean
}
const permissive = /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0)\b/

export const lock: Attack = {
  group: 'Supply chain',
  name: 'Install scripts, licences and integrity of what is installed in production',
  async run() {
    const tally = createTally()
    const file = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      readonly packages: Readonly<Record<string, Locked>>
    }
    const { '': _, ...packages } = file.packages
    let production = 0
    for (const [name, { dev, integrity, hasInstallScript, license = 'none' }] of Object.entries(
      packages,
    )) {
      tally.count(name, integrity ? undefined : 'has no integrity')
      if (dev) continue
      production++
      tally.count(name, hasInstallScript ? 'has an install script' : undefined)
      tally.count(name, permissive.test(license) ? undefined : `has the licence ${license}`)
    }
    return tally.total(`${production} packages in production`)
  },
}

export const productionInstall: Attack = {
  group: 'Supply chain',
  name: '`npm ci --omit=dev` in a checkout',
  onlyLong: true,
  async run() {
    const tally = createTally()
    const folder = mkdtempSync(join(tmpdir(), 'production-'))
    try {
      for (const name of ['package.json', 'package-lock.json', 'scripts'])
        cpSync(name, join(folder, name), { recursive: true })
      await tally.attempt(
        'npm ci',
        async () => {
          const words = ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund']
          const options = { cwd: folder, timeout: 100_000 }
          const { stdout } = await promisify(execFile)('npm', words, options)
          return stdout.includes('run `npm ci`') ? undefined : 'does not say what to do'
        },
        110_000,
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return tally.total()
  },
}
