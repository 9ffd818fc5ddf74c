import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../../../../sandbox/index.ts'
import { addFault } from '../../../faults.ts'
import { runActions, loadLists } from './actions.ts'
import { connectCredential, type Credential } from './connect.ts'
import { installN8n, installPackage } from './install.ts'
import { takePictures } from './pictures.ts'
import { runQueue } from './queue.ts'
import { openRest, type Rest } from './rest.ts'
import { environmentOf, freePort, startN8n } from './server.ts'
import { receiveEvents } from './triggers.ts'
import { callable, nodeOf } from './workflows.ts'

type Print = (line: string) => void

/** The package in a real n8n against the sandbox; prints figures, and returns the exit code. */
export const run = async (words: readonly string[], print: Print = console.log) => {
  const installed = installN8n()
  if (words.includes('--queue')) return runQueue(installed, words, print)
  const userFolder = mkdtempSync(join(tmpdir(), 'n8n-real-'))
  const size = installPackage(userFolder)
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const refreshes: string[] = []
  const sandbox = await startSandbox({
    redirectUri: `${base}/rest/oauth2-credential/callback`,
    onExchange: ({ path }) => void (path.endsWith('/oauth/token') && refreshes.push(path)),
  })
  let failures = 0
  const say = (what: string, all: number, failed: readonly string[]) => {
    failures += failed.length
    print(
      `${failed.length === 0 ? '✓' : '✗'} ${what}: ${all - Math.min(all, failed.length)}/${all}`,
    )
    for (const line of failed) print(`    ${line}`)
  }
  const started = performance.now()
  const n8n = await startN8n(
    installed,
    ['start'],
    environmentOf(userFolder, port, sandbox.url),
    'main',
  )
  try {
    print(
      `n8n ${installed.version} is up after ${seconds(started)} s; the tarball has ${Math.round(size / 1000)} kB`,
    )
    const rest = await openRest(base, installed.modules)
    const credential = await connectCredential(rest, sandbox)
    print('✓ connected by OAuth')
    const actionsStart = performance.now()
    const actions = await runActions(rest, credential)
    say(`actions in ${seconds(actionsStart)} s`, actions.all, actions.failed)
    const lists = await loadLists(rest, credential)
    say('live lists through the editor’s endpoints', lists.all, lists.failed)
    const triggers = await receiveEvents(rest, sandbox, credential)
    say('triggers', triggers.all, triggers.failed)
    if (words.includes('--pictures')) await takePictures(rest, sandbox, credential, print)
    // The last one: it expires the sandbox's own token too.
    refreshes.length = 0
    const renewed = await renewOnce(rest, sandbox.url, credential)
    const isOnce = refreshes.length === 1
    say(`40 parallel runs with an expired token, ${refreshes.length} renewal(s)`, 40, [
      ...renewed,
      ...(isOnce ? [] : [`${refreshes.length} renewals`]),
    ])
  } finally {
    await n8n.stop()
    await sandbox.close()
    if (failures === 0) rmSync(userFolder, { recursive: true, force: true })
    else print(`logs: ${userFolder}`)
  }
  return failures === 0 ? 0 : 1
}

const renewOnce = async (rest: Rest, sandboxUrl: string, credential: Credential) => {
  const parameters = {
    resource: 'deal',
    operation: 'get',
    dealId: { __rl: true, mode: 'id', value: '1' },
  }
  const node = nodeOf('pipedriveComponent', 'Pipedrive', parameters, credential)
  const workflow = await callable(rest, 'renewal', node)
  await addFault(sandboxUrl, { kind: 'tokens-expire' })
  const runs = await Promise.all(Array.from({ length: 40 }, () => workflow.run()))
  return runs.flatMap(({ status, items }) =>
    status === 200 ? [] : [`${status} ${JSON.stringify(items).slice(0, 200)}`],
  )
}

const seconds = (start: number) => ((performance.now() - start) / 1000).toFixed(1)
