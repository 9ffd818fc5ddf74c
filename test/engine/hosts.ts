import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { pipedrive } from '../../component/index.ts'
import { member, type HttpRequest, type HttpResponse } from '../../definitions/index.ts'
import {
  createClient,
  createClientSync,
  requestTarget,
  type OperationValidators,
} from '../../engine/index.ts'
import * as all from '#validators/pipedrive/index.js'

const validators = (name: string): OperationValidators => {
  const found = Object.entries(all).find(([known]) => known === name)?.[1]
  if (!found) throw new TypeError(`no validators for ${name}`)
  return found
}

interface Account {
  readonly url: string
  readonly accessToken: string
}

/** A host with promises, over `component` and `engine` alone. */
export const hostOf = ({ url, accessToken }: Account) =>
  createClient({
    component: pipedrive,
    validators: async name => validators(name),
    timing: { now: () => performance.now(), sleep: pause, random: Math.random },
    async send(request) {
      const [target, init] = callOf(url, accessToken, request)
      const response = await fetch(target, init)
      const text = await response.text()
      const headers = Object.fromEntries(response.headers)
      return { status: response.status, headers, body: text === '' ? null : JSON.parse(text) }
    },
  })

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

const callOf = (url: string, accessToken: string, request: HttpRequest) =>
  [
    url + requestTarget(request),
    {
      method: request.method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: request.body === undefined ? null : JSON.stringify(request.body),
    },
  ] as const

/** The same without promises: a thread makes each call while this one stands still. */
export const hostSyncOf = (
  { url, accessToken }: Account,
  fetcher: ReturnType<typeof openFetcher>,
) =>
  createClientSync({
    component: pipedrive,
    validators,
    timing: {
      now: () => performance.now(),
      random: Math.random,
      sleep: ms => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
    },
    send: request => fetcher.fetchSync(...callOf(url, accessToken, request)),
  })

/** A thread with a sandbox of its own, whose API answers to a thread that waits. */
export const openFetcher = () => {
  const { port1, port2 } = new MessageChannel()
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./fetcher.js', import.meta.url), {
    workerData: { port: port2, flag },
    transferList: [port2],
  })
  const ask = (message: unknown): unknown => {
    Atomics.store(flag, 0, 0)
    port1.postMessage(message)
    // The call before may wake this one a little late, so the flag is looked at again.
    while (Atomics.load(flag, 0) === 0)
      if (Atomics.wait(flag, 0, 0, 20_000) === 'timed-out') throw new Error('the thread is silent')
    const answer: unknown = receiveMessageOnPort(port1)?.message
    const error = member(answer, 'error')
    if (typeof error === 'string') throw new Error(error)
    return answer
  }
  return {
    start: () => ask({ start: true }) as Account,
    fetchSync: (target: string, init: object) => ask({ target, init }) as HttpResponse,
    async close() {
      port1.close()
      await worker.terminate()
    },
  }
}
