import { pipedrive } from '../../../component/index.ts'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type {
  ConnectionView,
  ServerEvent,
  Problem,
  Session,
  TestLine,
  WorkflowJson,
  WorkflowSummary,
  WorkflowView,
} from '../../../workbench/api/index.ts'
import { startWorkbench, type WorkbenchOptions } from '../../../workbench/server/index.ts'
import { newFolder } from '../../folder.ts'

export interface Answer<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}
export interface Failure {
  readonly error: Problem
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Bench {
  readonly url: string
  readonly folder: string
  /** Everything that the server has answered. */
  readonly said: readonly string[]
  call<Body>(method: Method, path: string, body?: unknown): Promise<Answer<Body>>
  get<Body>(path: string): Promise<Body>
  lines(path: string, body: unknown, onLine?: (line: TestLine) => void): Promise<TestLine[]>
  /** Lines for all tabs, until the end. */
  live(): Promise<readonly ServerEvent[]>
  /** The workflow that was there first. */
  example(): Promise<WorkflowView>
  save(definition: WorkflowJson): Promise<WorkflowView>
  connection(): Promise<ConnectionView>
  close(): Promise<void>
}

const open = new Set<Bench>()
/** Closes what tests have opened; an account that they are connected to has to outlive them. */
export const closeBenches = async () => {
  await Promise.all([...open].map(bench => bench.close()))
}

/** One for a file of tests that don't get in each other's way. */
export const useBench = (): (() => Bench) => {
  let shared: Bench | undefined
  beforeAll(async () => {
    shared = await startBench()
  })
  afterAll(async () => {
    await shared?.close()
  })
  return () => {
    if (!shared) throw new Error('it is opened before the tests')
    return shared
  }
}

/** One that is closed when the test ends. */
export const openBench = async (options: Partial<WorkbenchOptions> = {}): Promise<Bench> => {
  const bench = await startBench(options)
  open.add(bench)
  onTestFinished(closeBenches)
  return bench
}

/** A workbench on free ports, in a folder of its own, and its page's way to talk to it. */
const startBench = async (options: Partial<WorkbenchOptions> = {}): Promise<Bench> => {
  const folder = options.folder ?? newFolder()
  const { url, close } = await startWorkbench({
    component: pipedrive,
    port: 0,
    inboxPort: 0,
    ...options,
    folder,
  })
  const { csrf } = (await (await fetch(`${url}/api/session`)).json()) as Session
  const said: string[] = []
  const ended = new AbortController()
  const send = (method: Method, path: string, body?: unknown) =>
    fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-csrf-token': csrf,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
  const bench: Bench = {
    url,
    folder,
    said,
    async call<Body>(method: Method, path: string, body?: unknown) {
      const response = await send(method, path, body)
      const text = await response.text()
      said.push(text)
      const { status, headers } = response
      return { status, headers, body: (text === '' ? undefined : JSON.parse(text)) as Body }
    },
    async get<Body>(path: string) {
      return (await bench.call<Body>('GET', path)).body
    },
    async lines(path, body, onLine = () => {}) {
      const response = await send('POST', path, body)
      if (!response.ok) throw new Error(await response.text())
      const lines: TestLine[] = []
      for await (const line of linesOf(response, said)) {
        lines.push(JSON.parse(line) as TestLine)
        onLine(JSON.parse(line) as TestLine)
      }
      return lines
    },
    async live() {
      const heard: ServerEvent[] = []
      const response = await fetch(`${url}/api/live`, { signal: ended.signal })
      const listen = async () => {
        for await (const line of linesOf(response, said))
          if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)) as ServerEvent)
      }
      void listen().catch(() => {})
      return heard
    },
    async example() {
      const [first] = await bench.get<readonly WorkflowSummary[]>('/api/workflows')
      return bench.get<WorkflowView>(`/api/workflows/${first?.id}`)
    },
    async save(definition) {
      const { id, version, connectionId } = await bench.example()
      const change = { definition, version, connectionId }
      return (await bench.call<WorkflowView>('PUT', `/api/workflows/${id}`, change)).body
    },
    async connection() {
      const [first] = await bench.get<readonly ConnectionView[]>('/api/connections')
      if (!first) throw new Error('there is no connection')
      return first
    },
    async close() {
      open.delete(bench)
      if (ended.signal.aborted) return
      ended.abort()
      await close()
    },
  }
  return bench
}

async function* linesOf(response: Response, said: string[]): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true })
    said.push(text)
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    yield* parts.filter(part => part !== '')
  }
}

/** Looks again until it is so: what other processes and sockets do takes its time. */
export const until = async <Value>(
  look: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> => {
  for (let attempt = 0; attempt < 400; attempt++) {
    const value = await look()
    if (value !== undefined) return value
    await setTimeout(25)
  }
  throw new Error('it has not come to that')
}
