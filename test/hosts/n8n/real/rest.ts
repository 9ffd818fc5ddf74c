import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { member, memberAt } from '../../../../definitions/index.ts'

export const owner = {
  email: 'owner@example.com',
  firstName: 'Ada',
  lastName: 'Byron',
  password: 'Sandbox-1234',
}

/** n8n's own API, as its editor uses it, with the cookie of the owner. */
export const openRest = async (base: string, modules: string) => {
  let cookie = ''
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${base}${path}`, {
      method,
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'browser-id': 'tests', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const one of response.headers.getSetCookie())
      if (one.startsWith('n8n-auth=')) cookie = one.split(';')[0] ?? ''
    const text = await response.text()
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text.startsWith('{') || text.startsWith('[') ? member(JSON.parse(text), 'data') : text
  }
  // The server says that it is up before it is.
  for (let attempt = 0; ; attempt++)
    try {
      await call('POST', '/rest/owner/setup', owner)
      break
    } catch (error) {
      if (attempt > 60) throw error
      await setTimeout(500)
    }
  const parse = (createRequire(`${modules}/any.js`)('flatted') as { parse(text: string): unknown })
    .parse
  return {
    base,
    call,
    /** The latest execution of a workflow, once there is one that has ended. */
    async execution(workflowId: string, maxMs = 20_000) {
      const filter = encodeURIComponent(JSON.stringify({ workflowId }))
      for (const start = Date.now(); Date.now() - start < maxMs; await setTimeout(100)) {
        const list = await call('GET', `/rest/executions?filter=${filter}&limit=1`)
        const [latest] = (member(list, 'results') as readonly unknown[] | undefined) ?? []
        const status = member(latest, 'status')
        if (!['success', 'error', 'canceled'].includes(String(status))) continue
        const whole = await call('GET', `/rest/executions/${String(member(latest, 'id'))}`)
        const data = member(whole, 'data')
        const result = memberAt(typeof data === 'string' ? parse(data) : data, 'resultData')
        return { status, result }
      }
      throw new Error(`workflow ${workflowId} has not been executed`)
    },
  }
}
export type Rest = Awaited<ReturnType<typeof openRest>>
