import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '../../../../definitions/index.ts'
import type { Tools } from './install.ts'
import { runTool, startHttp } from './program.ts'
import { notApplicable, ofTheProgram, ofTools } from './scenarios.ts'
import { startSuiteServer } from './suiteServer.ts'

/** What failed, one line each; none where all is well. */
export type Failures = readonly string[]

/** The protocol's own conformance suite. */
export const runSuite = async ({ node, suite }: Tools, home: string) => {
  const run = (words: readonly string[]) => runTool([node, suite, ...words], home)

  const scenario = async (name: string, url: string): Promise<Failures> => {
    const results = join(home, name)
    const words = ['server', '--url', url, '--scenario', name, '--output-dir', results]
    const { code, stderr } = await run(words)
    const checks = checksIn(results)
    const failed = checks.filter(({ status }) => status === 'FAILURE' || status === 'WARNING')
    const lines = failed.map(
      ({ id, errorMessage }) => `${name}: ${String(id)}: ${String(errorMessage)}`,
    )
    // The suite takes an error for the text that it has asked for.
    if (name !== 'tools-call-error' && checks.some(isErrorOfTool))
      lines.push(`${name}: the tool answered with an error`)
    if (checks.length === 0 || (code !== 0 && lines.length === 0))
      lines.push(`${name}: ended with ${code}: ${stderr.slice(0, 500)}`)
    return lines
  }
  const all = async (names: readonly string[], url: string) => {
    const failures: string[] = []
    for (const name of names) failures.push(...(await scenario(name, url)))
    return failures
  }

  const [program, server] = await Promise.all([startHttp(), startSuiteServer()])
  try {
    const { stdout } = await run(['list', '--server'])
    const listed = [...stdout.matchAll(/^ {2}- ([\w-]+) \[/gm)].map(([, name = '']) => name)
    const known = new Set([...ofTheProgram, ...ofTools, ...Object.keys(notApplicable)])
    const unknown = listed.filter(name => !known.has(name) && !name.startsWith('auth'))
    return {
      all: ofTheProgram.length + ofTools.length,
      failures: [
        ...(listed.length === 0 ? ['the suite lists no scenarios'] : []),
        ...unknown.map(name => `${name}: neither run nor said why not`),
        ...(await all(ofTheProgram, program.url)),
        ...(await all(ofTools, server.url)),
      ],
    }
  } finally {
    await program.close()
    await server.close()
  }
}

type Check = Readonly<Record<string, unknown>>

const checksIn = (folder: string): readonly Check[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('checks.json'))
    .flatMap(file => JSON.parse(readFileSync(join(folder, file), 'utf8')))
}

const isErrorOfTool = ({ details }: Check): boolean =>
  isRecord(details) && isRecord(details['result']) && details['result']['isError'] === true
