import { readdirSync, readFileSync } from 'node:fs'
import { pipedrive } from '../../../component/index.ts'
import type { Action, Properties } from '../../../definitions/index.ts'
import { runStep } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { openServer, sendJson } from '../../runtime/server.ts'
import { instantClock } from '../../runtime/clocks.ts'
import { pick } from '../../runtime/support.ts'
import { createTally, type Attack } from '../attack.ts'
import { jsonValues, references, texts } from '../hostileTexts.ts'

const cycle: Record<string, unknown> = {}
cycle['self'] = cycle
const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error('a trap')
    },
  },
)

/** The cheaper ones stand first, and are all of the short form. */
const hostile: readonly unknown[] = [
  ...[1n, Symbol('x'), () => 1, cycle, [cycle], new Date(NaN), new Map(), NaN, -0, throwing],
  ...texts.filter(text => text.length < 1_000),
  ...references.filter(text => text.length < 1_000),
  ...jsonValues.filter(text => text.length < 50_000).map((text): unknown => JSON.parse(text)),
  ...[...texts, ...references].filter(text => text.length >= 1_000),
  ...jsonValues.filter(text => text.length >= 50_000).map((text): unknown => JSON.parse(text)),
]

type Path = readonly string[]
const pathsIn = (properties: Properties, parent: Path = []): readonly Path[] =>
  Object.entries(properties).flatMap(([name, { properties: own, items }]) => [
    [...parent, name],
    ...pathsIn({ ...own }, [...parent, name]),
    ...(items ? pathsIn({ ...items.properties }, [...parent, name, '0']) : []),
  ])

const changed = (value: unknown, [key, ...rest]: Path, to: unknown): unknown => {
  if (key === undefined) return to
  const inner = changed(Reflect.get(Object(value), key), rest, to)
  if (/^\d+$/.test(key)) return [inner]
  return { ...Object(value), [key]: inner }
}

/** Inputs that are right, as the transcripts have them. */
const rightInputs = new Map<string, unknown>(
  readdirSync('test/transcripts', { recursive: true, encoding: 'utf8' })
    .filter(name => /\/(\w+)\.json$/.test(name))
    .map(name => [
      name.replace(/^.*\/|\.json$/g, ''),
      pick(JSON.parse(readFileSync(`test/transcripts/${name}`, 'utf8')), 'input'),
    ]),
)

const fieldDefinitions = /^\/api\/v2\/\w+Fields\b/

export const inputs: Attack = {
  group: 'Inputs',
  name: 'Hostile values in every property of all operations',
  async run({ many }) {
    const tally = createTally()
    const api = await openServer(response => sendJson(response, { success: true, data: null }))
    const { timing } = instantClock()
    const tokens = { accessToken: 'a-secret-token', apiDomain: api.url }
    const client = openClient({ component: pipedrive, tokens, allowLoopback: true, timing })
    let refused = 0
    const one = (action: Action, path: Path, value: unknown, at: number) =>
      tally.attempt(`${at}, ${action.name} ${path.join('.')}`, async () => {
        const before = api.heard.length
        const begun = performance.now()
        const result = await runStep(action, changed(rightInputs.get(action.name), path, value), {
          client,
          outputs: {},
        })
        const ms = performance.now() - begun
        if (Reflect.get({}, 'polluted') !== undefined) return 'pollutes'
        if (ms > 3_000) return `takes ${ms.toFixed(0)} ms`
        if (!('error' in result)) return undefined
        const { name, message, hint, recovery } = result.error
        if (message.length > 10_000) return `is told in ${message.length} characters`
        if (/a-secret-token/.test(`${message} ${hint}`)) return 'shows the token'
        if (name !== 'InputError')
          return api.heard.length === before && recovery === 'report'
            ? `is a defect: ${message}`
            : undefined
        refused++
        // Names of custom fields are judged by what the account has.
        const sent = api.heard.slice(before).filter(({ url }) => !fieldDefinitions.test(url ?? ''))
        return sent.length > 0 ? 'is refused after a request' : undefined
      })
    const actions = [...pipedrive.actions, pipedrive.customAction]
    const count = hostile.filter(
      value => !(typeof value === 'string' && value.length > 1_000),
    ).length
    for (const action of actions)
      for (const path of [[], ...pathsIn(action.properties)])
        for (const [at, value] of hostile.slice(0, many(count, hostile.length)).entries())
          if (at % many(4, 1) === path.length % many(4, 1)) await one(action, path, value, at)
    await client.close()
    await api.close()
    return tally.total(
      `${actions.length} operations; ${refused} refused, with no request but for definitions of custom fields`,
    )
  },
}
