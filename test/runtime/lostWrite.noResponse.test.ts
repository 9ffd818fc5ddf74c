import { pipedrive } from '../../component/index.ts'
import { describe, expect, test } from 'vitest'
import { NoResponseError, NotSentError } from '../../definitions/index.ts'
import { openClient } from '../../runtime/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { freePort, openServer, sendJson, type TestServer } from './server.ts'
import { failure, pick, success } from './support.ts'
import { instantClock } from './clocks.ts'
import { useInstantBench } from './lostWrite.ts'

const organization = { organization: { name: 'Acme' } }
const refusedHint = 'Check the network and try again.'

describe('where nobody listens', () => {
  const steps = [
    ['getDealDetails', { id: 1 }, 'GET /api/v2/deals/{id}'],
    ['deleteDeal', { id: 1 }, 'DELETE /api/v2/deals/{id}'],
    ['addOrganization', organization, 'POST /api/v2/organizations'],
  ] as const

  test.each(steps)('%s is tried four times, as nothing can have happened', async (...step) => {
    const [name, input, call] = step
    const apiDomain = `http://127.0.0.1:${await freePort()}`
    const { slept, timing } = instantClock()
    const tokens = { accessToken: 'secret', apiDomain }
    const client = openClient({ component: pipedrive, tokens, allowLoopback: true, timing })
    const result = await runStep(findAction(pipedrive, name), input, { client })
    const error = failure(result)
    expect(error).toBeInstanceOf(NoResponseError)
    expect(error.cause).toBeInstanceOf(NotSentError)
    expect(error).toMatchObject({
      recovery: 'retry',
      message: expect.stringContaining(`${call} got no answer: no connection to ${apiDomain}`),
      hint: refusedHint,
    })
    expect(result.requests.map(({ status }) => status)).toEqual([null, null, null, null])
    expect(slept).toEqual([375, 750, 1500])
    await client.close()
  })

  test('a write goes through once somebody listens', async () => {
    const port = await freePort()
    let server: TestServer | undefined
    const { timing } = instantClock()
    const sleep = async () => {
      server = await openServer((response, { method }) => {
        sendJson(response, { data: method === 'POST' ? { id: 7, name: 'Acme' } : {} })
      }, port)
    }
    const client = openClient({
      component: pipedrive,
      tokens: { accessToken: 'secret', apiDomain: `http://127.0.0.1:${port}` },
      allowLoopback: true,
      timing: { ...timing, sleep },
    })
    success(await runStep(findAction(pipedrive, 'addOrganization'), organization, { client }))
    expect(server?.heard.filter(({ method }) => method === 'POST')).toHaveLength(1)
    await client.close()
    await server?.close()
  })
})

describe('where the answer is lost', () => {
  const bench = useInstantBench({ scale: 10 })

  const losses = ['truncated', 'reset-before', 'reset-after'] as const

  test.each(losses)('%s: a question is asked again', async kind => {
    await bench().control('faults', { kind, path: '/api/v2/deals/{id}', times: 3 })
    const result = success(await bench().run('getDealDetails', { id: 1 }))
    expect(result.requests.map(({ status }) => status).slice(0, 4)).toEqual([null, null, null, 200])
    expect(bench().slept).toEqual([375, 750, 1500])
  })

  test.each(losses)('%s: a question is not asked for ever', async kind => {
    await bench().control('faults', { kind, path: '/api/v2/deals/{id}', times: 9 })
    const error = failure(await bench().run('getDealDetails', { id: 1 }))
    expect(error).toMatchObject({ name: 'NoResponseError', recovery: 'retry', hint: refusedHint })
    expect(error.message).toMatch(/^GET \/api\/v2\/deals\/\{id\} got no answer: \S/)
    expect(bench().slept).toHaveLength(3)
  })

  test.each(losses)(
    '%s: a write is sent once, and it is said that it may have worked',
    async kind => {
      const before = await bench().rows('getOrganizations')
      await bench().control('faults', { kind, method: 'POST' })
      const result = await bench().run('addOrganization', organization)
      expect(failure(result)).toMatchObject({
        name: 'NoResponseError',
        recovery: 'check',
        hint: 'Look in Pipedrive for an organization named "Acme" added in the last minute before you try again.',
      })
      expect(result.requests).toMatchObject([{ method: 'POST', status: null }])
      expect(bench().slept).toEqual([])
      const after = await bench().rows('getOrganizations')
      expect(after.length - before.length).toBe(kind === 'reset-before' ? 0 : 1)
    },
  )

  const deletions = [
    ['deleteDeal', 'getDeals'],
    ['deletePerson', 'getPersons'],
    ['deleteOrganization', 'getOrganizations'],
    ['deleteLead', 'getLeads'],
  ] as const
  test.each(deletions)('%s is repeated, and finds its work done', async (name, list) => {
    const [row] = await bench().rows(list)
    const id = pick(row, 'id')
    await bench().control('faults', { kind: 'reset-after', method: 'DELETE' })
    const result = success(await bench().run(name, { id }))
    expect(result.output).toEqual({ body: { data: { id } } })
    expect(result.requests).toMatchObject([
      { status: null },
      { status: name === 'deleteLead' ? 404 : 410 },
    ])
    expect(await bench().rows(list)).not.toContainEqual(expect.objectContaining({ id }))
  })

  test('a record that was never there can’t be deleted', async () => {
    expect(failure(await bench().run('deleteDeal', { id: 999_999 }))).toMatchObject({
      name: 'ApiError',
      status: 404,
      recovery: 'fix-input',
    })
  })

  test('what can’t be looked up after a write leaves a gap and a warning, not a failure', async () => {
    await bench().control('faults', { kind: 'reset-after', path: '/api/v1/users', times: 99 })
    const result = await bench().run('addOrganization', organization)
    expect(result).toMatchObject({
      output: { body: { data: { name: 'Acme', owner_id: { name: null, email: null } } } },
      warnings: [
        { path: 'GET /api/v1/users', expected: 'a response', got: 'none' },
        { path: 'GET /api/v1/users/me', expected: 'a response', got: 'none' },
      ],
    })
  })
})
