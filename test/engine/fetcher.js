import { workerData } from 'node:worker_threads'

/** @type {{ port: import('node:worker_threads').MessagePort, flag: Int32Array }} */
const { port, flag } = workerData

/** @param {string} target @param {RequestInit} init */
const call = async (target, init) => {
  const response = await fetch(target, init)
  const text = await response.text()
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: text === '' ? null : JSON.parse(text) }
}

const start = async () => {
  const built = new URL('../../dist/bundle/sandbox/index.js', import.meta.url)
  const { startSandbox } = await import(built.href)
  const { url, accessToken } = await startSandbox()
  return { url, accessToken }
}

port.on('message', async ({ start: first, target, init }) => {
  const work = first ? start() : call(target, init)
  port.postMessage(await work.catch(error => ({ error: String(error) })))
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})
