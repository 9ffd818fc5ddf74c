import type { Tools } from './install.ts'
import { program, runTool, startHttp, type Ended } from './program.ts'

type Check = readonly [what: string, words: readonly string[], isRight: (ended: Ended) => boolean]

const call = (tool: string, ...pairs: readonly string[]) => [
  ...['--method', 'tools/call', '--tool-name', tool],
  ...pairs.flatMap(pair => ['--tool-arg', pair]),
]

const checks: readonly Check[] = [
  [
    'tools/list has all tools, and none that other clients refuse',
    ['--method', 'tools/list', '--strict'],
    ({ code, stdout }) => code === 0 && JSON.parse(stdout).tools.length > 30,
  ],
  [
    'tools/call reads a deal',
    call('get_deal_details', 'id=1'),
    ({ stdout }) => JSON.parse(stdout).structuredContent.body.data.id === 1,
  ],
  [
    'a name stands for an id',
    call('get_deals', 'user_id=Mari Maasikas', 'limit=2'),
    ({ stdout }) => JSON.parse(stdout).structuredContent.body.data.length === 2,
  ],
  [
    'a wrong argument is an error of the tool',
    call('get_deals', 'stauts=open'),
    ({ stdout }) => JSON.parse(stdout).structuredContent.error.path === 'stauts',
  ],
]

/** The inspector's command line mode, over both transports. */
export const runInspector = async ({ node, inspector }: Tools, home: string) => {
  const http = await startHttp()
  const targets = [
    ['standard input', program],
    ['HTTP', [http.url, '--transport', 'http']],
  ] as const
  const failures: string[] = []
  try {
    for (const [transport, target] of targets)
      for (const [what, words, isRight] of checks) {
        const ended = await runTool([node, inspector, '--cli', ...target, ...words], home)
        if (!isFine(isRight, ended))
          failures.push(`${transport}: ${what}: ${JSON.stringify(ended).slice(0, 500)}`)
      }
  } finally {
    await http.close()
  }
  return { all: targets.length * checks.length, failures }
}

/** What is no JSON is wrong too. */
const isFine = (isRight: (ended: Ended) => boolean, ended: Ended): boolean => {
  try {
    return isRight(ended)
  } catch {
    return false
  }
}
