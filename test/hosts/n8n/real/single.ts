import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccount } from './account.ts'
import { loadLists, runActions } from './actions.ts'
import { runAgent } from './agent.ts'
import { connectCredential } from './connect.ts'
import { installPackage, type Installed } from './install.ts'
import { runManyItems } from './manyItems.ts'
import type { Outcome } from './outcome.ts'
import { takePictures } from './pictures.ts'
import { renewOnce } from './renewal.ts'
import type { Print } from './report.ts'
import { openRest } from './rest.ts'
import { runRevoked } from './revoked.ts'
import { environmentOf, freePort, startN8n } from './server.ts'
import { stopWhileWaiting } from './stop.ts'
import { receiveEvents } from './triggers.ts'
import { refuseStrangers } from './strangers.ts'

/** One process of n8n that does everything; `words` may name parts. */
export const runSingle = async (
  installed: Installed,
  words: readonly string[],
  print: Print,
): Promise<number> => {
  const userFolder = mkdtempSync(join(tmpdir(), 'n8n-real-'))
  const size = installPackage(userFolder)
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const account = await openAccount(`${base}/rest/oauth2-credential/callback`)
  const { sandbox, callsTo } = account
  let failures = 0
  const timed = async (title: string, work: () => Promise<Outcome>) => {
    const start = performance.now()
    const { all, failed } = await work()
    failures += failed.length
    const done = Math.max(0, all - failed.length)
    print(`${failed.length === 0 ? '✓' : '✗'} ${title}: ${done}/${all} (${seconds(start)} s)`)
    for (const line of failed) print(`    ${line}`)
  }
  const start = performance.now()
  const environment = environmentOf(userFolder, port, sandbox.url)
  const n8n = await startN8n(installed, ['start'], environment, 'main')
  try {
    print(`n8n ${installed.version} is up after ${seconds(start)} s`)
    print(`the tarball has ${Math.round(size / 1000)} kB`)
    const rest = await openRest(base, installed.modules)
    const credential = await connectCredential(rest, sandbox)
    print('✓ connected by OAuth')
    const pictures = words.includes('--pictures')
    if (pictures) await takePictures(rest, sandbox, credential, print)
    const sent = () => callsTo('/api/')
    const parts: Readonly<Record<string, readonly [string, () => Promise<Outcome>]>> = {
      actions: ['actions', () => runActions(rest, credential)],
      lists: ['live lists through the editor’s endpoints', () => loadLists(rest, credential)],
      triggers: ['triggers', () => receiveEvents(rest, sandbox, credential)],
      strangers: [
        'deliveries of others are refused',
        () => refuseStrangers(rest, sandbox, credential),
      ],
      items: ['1,000 items, one of them wrong', () => runManyItems(rest, credential)],
      agent: ['an agent uses the node as a tool', () => runAgent(rest, credential)],
      stop: ['stopped while it waits', () => stopWhileWaiting(rest, credential, sandbox.url, sent)],
      // The last two: they end the sandbox's own token too.
      renewal: [
        '40 runs at once on an expired token, 1 renewal',
        () => renewOnce(rest, credential, account),
      ],
      revoked: ['revoked, and connected again', () => runRevoked(rest, credential, sandbox)],
    }
    const named = words.filter(word => word in parts)
    for (const [name, [title, work]] of Object.entries(parts))
      if (named.length === 0 ? !pictures : named.includes(name)) await timed(title, work)
  } finally {
    await n8n.stop()
    await sandbox.close()
    if (failures === 0) rmSync(userFolder, { recursive: true, force: true })
    else print(`logs: ${userFolder}`)
  }
  return failures === 0 ? 0 : 1
}

const seconds = (start: number) => ((performance.now() - start) / 1000).toFixed(1)
