import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { Session, WorkflowSummary, WorkflowView } from '../../workbench/api/index.ts'
import { newFolder } from '../folder.ts'
import { freePort } from '../runtime/server.ts'

/** The program that is built, with a way to ask it as its page does. */
export const startWorkbench = async (folder = newFolder()) => {
  const words = ['workbench', '--data', folder, '--port', '0', '--inbox-port', '0']
  const child = spawn(process.execPath, ['dist/bundle/cli/index.js', ...words])
  const ended = once(child, 'close')
  const errors = text(child.stderr)
  const first = await Promise.race([once(child.stdout, 'data'), ended])
  if (child.exitCode !== null) throw new Error(`it has not started: ${await errors}`)
  const url = String(first[0]).trim()
  const session = (await (await fetch(`${url}/api/session`)).json()) as Session
  const send = (method: string, path: string, body?: string) =>
    fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-csrf-token': session.csrf,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body ?? null,
    })
  const read = async <Body>(method: string, path: string, body?: object) => {
    const answer = await send(method, path, body && JSON.stringify(body))
    return (await answer.json()) as Body
  }
  return {
    ...{ folder, url, session, child, send, read },
    /** Turns the example on: its receiver listens, and its path there is open. */
    async turnOn() {
      const [example] = await read<readonly WorkflowSummary[]>('GET', '/api/workflows')
      return read<WorkflowView>('POST', `/api/workflows/${example?.id}/on`)
    },
    /** Begins to connect an account, so that the callback listens; returns its port. */
    async openCallback() {
      const port = await freePort()
      const callback = `http://127.0.0.1:${port}/callback`
      const app = { name: 'Acme', clientId: 'a', clientSecret: 'b', callback }
      await read('POST', '/api/connections/oauth', { ...app, server: session.sandboxUrl })
      return port
    },
    runs: () => child.exitCode === null && child.signalCode === null,
    async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
      const late = new AbortController()
      child.kill(signal)
      const killed = setTimeout(10_000, undefined, { signal: late.signal }).then(
        () => child.kill('SIGKILL'),
        () => false,
      )
      const [code] = (await ended) as [number | null]
      late.abort()
      return { code, wasLate: await killed, errors: await errors }
    },
  }
}

export type BuiltWorkbench = Awaited<ReturnType<typeof startWorkbench>>
