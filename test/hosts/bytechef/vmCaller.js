import { workerData } from 'node:worker_threads'

/** @type {{ port: import('node:worker_threads').MessagePort, flag: Int32Array }} */
const { port, flag } = workerData

/** As the platform: a body of another type than JSON is null. @param {any} request */
const call = async ({ url, method, headers, body, configuration }) => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    redirect: 'manual',
    signal: AbortSignal.timeout(configuration.timeoutMillis),
    ...(body && { body: JSON.stringify(body.content) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    statusCode: response.status,
    headers: Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]])),
    body: isJson && text !== '' ? JSON.parse(text) : null,
  }
}

port.on('message', async request => {
  const done = call(request).then(
    answer => ({ answer }),
    error => ({ error: String(error) }),
  )
  port.postMessage(await done)
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})
