import { pipedrive } from '../../../component/index.ts'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { openStore, type Store } from '../../../runtime/store/index.ts'
import { saveConnection } from '../../../runtime/connections/index.ts'
import type { Sandbox } from '../../../sandbox/index.ts'
import { newFolder } from '../../folder.ts'
import { openServer, sendJson, type Heard } from '../server.ts'

/** The sandbox's app and tokens, as the OAuth flow would have left them. */
export const connected = async (
  sandbox: Sandbox,
  { server = sandbox.url, expiresIn = 3_600_000, now = Date.now } = {},
) => {
  const folder = newFolder()
  const store = await openStore({ component: pipedrive, folder, now })
  return { folder, store, connection: await saved(store, sandbox, server, expiresIn) }
}

export const saved = (store: Store, sandbox: Sandbox, server: string, expiresIn: number) => {
  const { clientId, clientSecret, redirectUri, url, accessToken, refreshToken } = sandbox
  return saveConnection(
    store,
    'main',
    { clientId, clientSecret, redirectUri, server },
    { accessToken, refreshToken, apiDomain: url, expiresIn, scopes: ['base'] },
    'Ada · Acme',
  )
}

/** Stands before the sandbox's token endpoint, so that what is asked of it can be counted. */
export const openTokenServer = async ({ url }: Sandbox, hold = 0) =>
  openServer((response, request, number) => {
    // The sandbox gets the request, but its reply never arrives.
    void forward(url, request).then(reply => {
      if (number > hold) sendJson(response, reply.body, reply.status)
    })
  })

const forward = async (origin: string, { url, headers, body }: Heard) => {
  const reply = await fetch(`${origin}${url}`, {
    method: 'POST',
    headers: {
      authorization: headers.authorization ?? '',
      'content-type': headers['content-type'] ?? '',
    },
    body,
  })
  const answered: unknown = await reply.json()
  return { status: reply.status, body: answered }
}

/** Runs a script of this folder's processes in a process of its own. */
export const startProcess = (folder: string, code: string) => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, PIPEDRIVE_COMPONENT_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return { child, ended, output: text(child.stdout) }
}

/** Steps of the connection "main", made by what is built. */
export const stepsInProcess = (count: number) => `
  import { pipedrive } from '${process.cwd()}/dist/bundle/component/index.js'
  import { runStep } from '${process.cwd()}/dist/bundle/engine/index.js'
  import { connectionNamed, openConnection } from '${process.cwd()}/dist/bundle/runtime/connections/index.js'
  import { openStore } from '${process.cwd()}/dist/bundle/runtime/store/index.js'
  const store = await openStore({ component: pipedrive })
  const client = await openConnection(store, await connectionNamed(store, 'main'))
  const action = pipedrive.actions.find(({ name }) => name === 'getDealDetails')
  const steps = Array.from({ length: ${count} }, (_, at) => runStep(action, { id: at + 1 }, { client }))
  const results = await Promise.all(steps)
  await client.close()
  store.close()
  console.log(results.filter(({ error }) => !error || error.status === 404 || error.status === 410).length)
`

/** What a person does on the sandbox's consent page; where the browser is sent to is the answer. */
export const decide = async (address: string, decision: 'allow' | 'deny'): Promise<string> => {
  const html = await (await fetch(address)).text()
  const fields = new URLSearchParams({ decision })
  for (const [, name = '', value = ''] of html.matchAll(/name="(\w+)" value="([^"]*)"/g))
    if (name !== 'decision') fields.set(name, value.replaceAll('&amp;', '&'))
  const action = /action="([^"]*)"/.exec(html)?.[1] ?? ''
  const options = { method: 'POST', body: fields, redirect: 'manual' } as const
  const decided = await fetch(new URL(action, address), options)
  return decided.headers.get('location') ?? ''
}
