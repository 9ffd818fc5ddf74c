import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInspector } from './inspector.ts'
import { installTools } from './install.ts'
import { notApplicable, ofTheProgram, ofTools } from './scenarios.ts'
import { runSuite } from './suite.ts'

/** The server for agents in the hands of the protocol's own tools; returns the exit code. */
export const run = async (): Promise<number> => {
  const tools = installTools()
  const home = mkdtempSync(join(tmpdir(), 'mcp-official-'))
  let failed = 0
  const say = (what: string, all: number, failures: readonly string[]) => {
    failed += failures.length
    console.log(`${failures.length === 0 ? '✓' : '✗'} ${what}, ${all}`)
    for (const line of failures) console.log(`    ${line}`)
  }
  try {
    const suite = await runSuite(tools, home)
    say('scenarios of the conformance suite', suite.all, suite.failures)
    for (const name of [...ofTheProgram, ...ofTools]) console.log(`  ${name}`)
    for (const [name, reason] of Object.entries(notApplicable))
      console.log(`  ${name.padEnd(32)}not applicable: ${reason}`)
    const inspector = await runInspector(tools, home)
    say('calls of the inspector, by standard input and HTTP', inspector.all, inspector.failures)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return failed === 0 ? 0 : 1
}
