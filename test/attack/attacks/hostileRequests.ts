import fc from 'fast-check'
import type { WorkflowSummary } from '../../../workbench/api/index.ts'
import { createTally, inParallel, type Attack } from '../attack.ts'
import { startWorkbench } from '../builtWorkbench.ts'
import { jsonValues, references, texts } from '../hostileTexts.ts'
import { workbenchRoutes } from './routes.ts'

const short = [...texts, ...references].filter(text => text.length < 2_000)
const members = [
  ...['definition', 'connectionId', 'version', 'node', 'event', 'trigger', 'name', 'label'],
  ...['operation', 'path', 'input', 'search', 'cursor', 'publicUrl', 'clientId', 'clientSecret'],
  ...['callback', 'server', 'title', 'value', '__proto__', 'constructor'],
]
const value = fc.oneof(
  fc.constantFrom(...jsonValues),
  fc.constantFrom(...short).map(text => JSON.stringify(text)),
  fc.json({ maxDepth: 4 }),
)
const body = fc.oneof(
  { weight: 5, arbitrary: fc.dictionary(fc.constantFrom(...members), value, { maxKeys: 5 }) },
  { weight: 1, arbitrary: value },
)
const written = (given: string | Record<string, string>) =>
  typeof given === 'string'
    ? given
    : `{${Object.entries(given)
        .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
        .join(',')}}`

const request = fc.record({
  route: fc.nat(),
  id: fc.oneof(fc.constant('own'), fc.constantFrom(...short, 'deals', 'persons', '1')),
  query: fc.constantFrom('', '?cursor=%00', '?search=%ff', '?limit=-1', '?forget=true', '?a=1&a=2'),
  body,
})

const maxBody = 1024 * 1024

/** One that ends the workbench's own workflow or connections leaves too little to attack. */
const isSpared = (method: string, id: string) => method === 'DELETE' && id === 'own'

export const hostileRequests: Attack = {
  group: 'Workbench',
  name: 'Random hostile requests over all routes, with the token',
  async run({ many, sample }) {
    const tally = createTally()
    const workbench = await startWorkbench()
    const [example] = await workbench.read<readonly WorkflowSummary[]>('GET', '/api/workflows')
    const routes = workbenchRoutes()
    const statuses = new Map<number, number>()
    await inParallel(sample(request, many(400, 3_000)), 8, async ({ route, id, query, body }) => {
      const { method, path } = routes[route % routes.length] ?? { method: 'GET', path: '/' }
      if (isSpared(method, id)) return
      const own = encodeURIComponent(
        (id === 'own' ? (example?.id ?? '') : id).replace(/\p{Surrogate}/gu, '\ufffd'),
      )
      const target = path.replace(/:\w+/g, own) + query
      const given = method === 'GET' || method === 'DELETE' ? undefined : written(body)
      await tally.attempt(`${method} ${target.slice(0, 60)} ${given?.slice(0, 60)}`, async () => {
        const answer = await workbench.send(method, target, given).catch((error: unknown) => {
          // One that is too large is refused while it is still being sent.
          if ((given?.length ?? 0) > maxBody) return undefined
          throw error
        })
        if (answer === undefined) return undefined
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        // 502 tells of the account that it has refused or not answered.
        if (answer.status === 500) return `is answered 500: ${await answer.text()}`
        // Those that tell of what happens have no end.
        await answer.body?.cancel()
        return undefined
      })
    })
    const { code, wasLate } = await workbench.stop()
    tally.count('the workbench', code === 0 && !wasLate ? undefined : `has ended with ${code}`)
    const counts = [...statuses].sort().map(([status, count]) => `${count} × ${status}`)
    return tally.total(`${routes.length} routes; ${counts.join(', ')}`)
  },
}
