import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanup, steps, type Made } from '../../../cli/tour/steps.ts'
import { pipedrive } from '../../../component/index.ts'
import type { HttpResponse } from '../../../definitions/index.ts'
import type { ScriptProperty } from '../../../hosts/bytechef/contract.ts'
import { toScript } from '../../../hosts/bytechef/script.ts'
import { openFetcher } from '../../engine/hosts.ts'
import { openServer } from '../../runtime/server.ts'
import { pick } from '../../runtime/support.ts'
import { actionOf, loadScript, triggerOf } from './script.ts'

const fetcher = openFetcher()
let parameters: Readonly<Record<string, string>>
let receiver: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  receiver = await openServer(answer => answer.end())
  const { url, accessToken } = fetcher.start()
  parameters = { access_token: accessToken, api_domain: url }
})
afterAll(async () => {
  await receiver.close()
  await fetcher.close()
})

const logged: string[] = []
/** As ByteChef's: it blocks. */
const context = {
  http({ url, method, headers, body }: Record<string, never>) {
    const content = JSON.stringify(pick(body, 'content'))
    const init = {
      method,
      headers: { ...Object(headers), 'content-type': 'application/json' },
      body: content ?? null,
    }
    const answer: HttpResponse = fetcher.fetchSync(String(url), init)
    return { statusCode: answer.status, headers: answer.headers, body: answer.body }
  },
  log: (level: string, message: string) => void logged.push(`${level} ${message}`),
}

test('the script is a component of its own', () => {
  const script = loadScript()
  const names = [...pipedrive.actions, pipedrive.customAction].map(({ name }) => name)
  expect(script.actions.map(({ name }) => name)).toEqual(names)
  expect(script.actions.every(({ tool }) => tool)).toBe(true)
  expect(script.triggers.map(({ name }) => name)).toEqual(
    pipedrive.triggers.map(({ name }) => name),
  )
  expect(script.icon).toMatch(/^<svg/)
  expect(script.connection.authorizations[0]?.type).toBe('OAUTH2_AUTHORIZATION_CODE')
})

test('in short, it says all that the sources say', () => {
  const icon = readFileSync('component/icon.svg', 'utf8').trim()
  expect(dataOf(loadScript())).toEqual(dataOf(toScript(pipedrive, icon)))
})

/** What the platform reads, with the places of functions. */
const dataOf = (script: unknown): unknown =>
  JSON.parse(
    JSON.stringify(script, (_, value: unknown) =>
      typeof value === 'function' ? 'a function' : value,
    ),
  )

test('every action runs over a blocking http, with neither promises nor timers', () => {
  const made: Made = { pipeline: 1, stage: 1 }
  for (const { action, input, after } of [...steps, ...cleanup])
    after?.(made, actionOf(action).perform(input(made), parameters, context))
  expect(logged).toEqual([])
})

test('custom fields are read by name where a step asks for it, as nothing is kept between steps', () => {
  const deal = { title: 'Named', custom_fields: { Reference: 'R-1', Source: 'Website' } }
  const { perform, properties } = actionOf('addDeal')
  expect(properties.at(-1)).toMatchObject({ name: 'custom_fields_by_name', type: 'BOOLEAN' })
  const added = perform({ deal: { title: 'Named' } }, parameters, context)
  expect(pick(added, 'body', 'data', 'custom')).toEqual({})
  const named = perform({ deal, custom_fields_by_name: true }, parameters, context)
  expect(pick(named, 'body', 'data', 'custom')).toMatchObject(deal.custom_fields)
  const details = actionOf('getDealDetails')
  const id = pick(named, 'body', 'data', 'id')
  expect(pick(details.perform({ id }, parameters, context), 'body', 'data', 'custom')).toEqual({})
  const read = details.perform({ id, custom_fields_by_name: true }, parameters, context)
  expect(pick(read, 'body', 'data', 'custom')).toMatchObject(deal.custom_fields)
  expect(actionOf('deleteDeal').properties.map(({ name }) => name)).toEqual(['id'])
  expect(logged).toEqual([])
})

interface Live {
  readonly action: string
  readonly path: string
  load(...handed: readonly unknown[]): unknown
}
const liveOf = (
  action: string,
  properties: readonly ScriptProperty[],
  parent = '',
): readonly Live[] =>
  properties.flatMap(({ name = '', options, properties: own = [], items = [] }) => {
    const path = `${parent}${name}`
    return [
      ...(typeof options === 'function' ? [{ action, path, load: options }] : []),
      ...liveOf(action, own, `${path}.`),
      ...liveOf(action, items, `${path}[]`),
    ]
  })
const live = loadScript()
  .actions.flatMap(({ name, properties }) => liveOf(name, properties))
  .map(list => [`${list.action} ${list.path}`, list] as const)

test.each(live)('%s loads its choices where there is a context', (_, { load }) => {
  const options = load({}, parameters, '', context)
  expect(options).not.toHaveLength(0)
  expect(options).toContainEqual({ label: expect.any(String), value: expect.anything() })
})

test.each(live)('%s says what it lacks where there is none', (_, { load }) => {
  expect(() => load({}, parameters, '')).toThrow(/no access to HTTP.*Enter the value itself/)
})

test.each(pipedrive.triggers)('$name turns on and off where there is a context', ({ name }) => {
  const webhookUrl = `${receiver.url}/webhooks/1`
  const list = () =>
    pick(
      actionOf('customAction').perform(
        { method: 'GET', path: '/api/v1/webhooks' },
        parameters,
        context,
      ),
      ...['body', 'data', 'length'],
    )
  const enabled = triggerOf(name).webhookEnable({}, parameters, { webhookUrl }, context)
  expect(list()).toBe(1)
  triggerOf(name).webhookDisable({}, parameters, enabled, context)
  expect(list()).toBe(0)
  expect(() => triggerOf(name).webhookEnable({}, parameters, { webhookUrl })).toThrow(
    /triggers no access to HTTP/,
  )
})
