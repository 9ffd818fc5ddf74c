import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createContext, runInContext, Script } from 'node:vm'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

/** The script in an engine with nothing but the language, by the protocol of `openEngine`. */
const script = new Script(readFileSync(String(process.argv[2]), 'utf8'))

/** What a script engine may lack, though a context of Node has it. */
const withoutPromises = 'delete globalThis.Promise; delete globalThis.Atomics;'

const { port1, port2 } = new MessageChannel()
const flag = new Int32Array(new SharedArrayBuffer(4))
const caller = new Worker(new URL('./vmCaller.js', import.meta.url), {
  workerData: { port: port2, flag },
  transferList: [port2],
})

/** A thread makes the call while this one stands still. @param {unknown} request */
const http = request => {
  Atomics.store(flag, 0, 0)
  port1.postMessage(JSON.parse(JSON.stringify(request)))
  // The call before may wake this one a little late, so the flag is looked at again.
  while (Atomics.load(flag, 0) === 0)
    if (Atomics.wait(flag, 0, 0, 90_000) === 'timed-out') throw new Error('the thread is silent')
  const { answer, error } = Object(receiveMessageOnPort(port1)?.message)
  if (error !== undefined) throw new Error(error)
  return answer
}

/** @param {any} here @param {string | number} step */
const member = (here, step) =>
  Array.isArray(here) && typeof step === 'string'
    ? here.find(({ name }) => name === step)
    : here[step]

/** @param {import('./engine.ts').Call} call */
const answer = ({ path, handed, context }) => {
  /** @type {string[]} */
  const log = []
  const start = performance.now()
  const realm = createContext(Object.create(null))
  runInContext(withoutPromises, realm)
  const component = script.runInContext(realm)
  const loaded = performance.now()
  const times = () => ({ log, loadMs: loaded - start, callMs: performance.now() - loaded })
  /** @param {string} level @param {string} text */
  const write = (level, text) => log.push(`${level} ${text}`)
  try {
    const found = path.reduce(member, component)
    const given = [...handed, ...(context ? [{ http, log: write }] : [])]
    return { value: typeof found === 'function' ? found(...given) : found, ...times() }
  } catch (thrown) {
    const { message, recovery, path } = Object(thrown)
    return { error: { message, recovery, path }, ...times() }
  }
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(answer(JSON.parse(line))))
await caller.terminate()
