import { parseArgs } from 'node:util'
import { cases } from './cases/index.ts'
import { titleOf } from './case.ts'
import { hosts } from './hosts/index.ts'
import { isConforming, table, type HostRows } from './report.ts'
import { runCases } from './runCases.ts'

/** `[names of hosts] [--all] [--only TEXT] [--install] [--allow-missing]`; the exit code. */
export const run = async (
  words: readonly string[],
  print: (line: string) => void = console.log,
): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      install: { type: 'boolean', default: false },
      'allow-missing': { type: 'boolean', default: false },
    },
  })
  const wanted = positionals.length > 0 ? positionals : Object.keys(hosts)
  const chosen = cases.filter(one => titleOf(one).includes(values.only))
  const results: HostRows[] = []
  for (const name of wanted) {
    const load = hosts[name]
    if (!load) {
      print(`There is no host ${name}; there are ${Object.keys(hosts).join(', ')}.`)
      return 1
    }
    const { host } = await load()
    const titles = cases.map(titleOf)
    const stale = Object.keys(host.capabilities.exceptions ?? {}).filter(
      title => !titles.includes(title),
    )
    if (stale.length > 0) {
      print(`${name} makes exceptions of cases that there are not: ${stale.join(', ')}`)
      return 1
    }
    if (values.install && host.missing?.() !== undefined) await host.install?.()
    const missing = host.missing?.()
    if (missing !== undefined) {
      results.push({ host, rows: [], missing })
      continue
    }
    const start = performance.now()
    const rows = await runCases(host, chosen)
    print(`${name}: ${rows.length} cases in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    results.push({ host, rows })
  }
  for (const line of table(results, values.all)) print(line)
  return isConforming(results, values['allow-missing']) ? 0 : 1
}
