import { expect, test } from 'vitest'
import type { HostCapabilities } from '../../hosts/capabilities.ts'
import { pipedrive } from '../../component/index.ts'
import type { Case } from './case.ts'
import { cases } from './cases/index.ts'
import type { ConformanceHost } from './host.ts'
import { isConforming, table } from './report.ts'
import { runCases } from './runCases.ts'

const hostWith = (capabilities: Partial<HostCapabilities> = {}): ConformanceHost => ({
  capabilities: { name: 'tried', title: 'Tried', lacks: {}, ...capabilities },
  start: async () => ({
    connect: () => Promise.reject(new Error('there is nothing to connect to')),
    stop: async () => {},
  }),
})

const holds: Case = { kind: 'actions', name: 'holds', needs: ['actions'], run: async () => {} }
const broken: Case = { ...holds, name: 'broken', run: host => host.connect(none).then(() => {}) }
const none = {
  ...{ url: '', accessToken: '', refreshToken: '' },
  ...{ clientId: '', clientSecret: '', redirectUri: '' },
}

const judged = async (
  all: readonly Case[],
  capabilities: Partial<HostCapabilities> = {},
  maxMs?: number,
) => {
  const host = hostWith(capabilities)
  const rows = await runCases(host, all, maxMs)
  const results = [{ host, rows }]
  const verdicts = rows.map(({ verdict }) => verdict)
  return { verdicts, conforming: isConforming(results), lines: table(results, true) }
}

test('a case that holds passes, and one that does not fails with its reason', async () => {
  const { verdicts, conforming, lines } = await judged([holds, broken])
  expect(verdicts).toEqual([
    { state: 'pass' },
    { state: 'fail', reason: 'there is nothing to connect to' },
  ])
  expect(conforming).toBe(false)
  expect(lines).toContain('tried fails: actions: broken: there is nothing to connect to')
  expect((await judged([holds])).conforming).toBe(true)
})

test('what a host lacks is skipped with its reason, and fails without one', async () => {
  const { verdicts, conforming } = await judged([broken], { lacks: { actions: 'It rests.' } })
  expect(verdicts).toEqual([{ state: 'skip', reason: 'It rests.' }])
  expect(conforming).toBe(true)
  expect((await judged([broken], { lacks: { actions: ' ' } })).verdicts).toEqual([
    { state: 'fail', reason: 'is skipped without a reason' },
  ])
})

test('an exception is run all the same, and fails when it holds', async () => {
  const exceptions = { 'actions: broken': 'It is old.', 'actions: holds': 'It is older.' }
  const { verdicts } = await judged([broken, holds], { exceptions })
  expect(verdicts).toEqual([
    { state: 'skip', reason: 'It is old.' },
    { state: 'fail', reason: 'holds, so it is no exception' },
  ])
})

test('a case that does not end fails, and so does a host without cases', async () => {
  const endless: Case = { ...holds, run: () => new Promise(() => {}) }
  const { verdicts } = await judged([endless], {}, 10)
  expect(verdicts).toEqual([{ state: 'fail', reason: 'has not ended within 0.01 s' }])
  expect((await judged([])).conforming).toBe(false)
})

test('a host that the machine can’t run fails, unless that is allowed', async () => {
  const held = { host: hostWith({ name: 'held' }), rows: await runCases(hostWith(), [holds]) }
  const results = [{ host: hostWith(), rows: [], missing: 'there is no Java' }, held]
  expect(isConforming(results)).toBe(false)
  expect(isConforming(results, true)).toBe(true)
  expect(isConforming([...results, { ...held, rows: [] }], true)).toBe(false)
  const lines = table(results, true)
  expect(lines[1]).toMatch(/^actions +not run +1\/1$/)
  expect(lines[2]).toMatch(/^ {2}holds +✓$/)
  expect(lines).toContain('tried was not run: there is no Java')
})

test('every action, live list and trigger has cases, each with a name of its own', () => {
  const titles = cases.map(({ kind, name }) => `${kind}: ${name}`)
  expect(new Set(titles).size).toBe(titles.length)
  const { actions, customAction, triggers } = pipedrive
  for (const { name } of [...actions, customAction])
    expect(titles.some(title => title.startsWith(`actions: ${name}: `))).toBe(true)
  for (const { name } of triggers)
    expect(titles.some(title => title.startsWith(`triggers: ${name}: `))).toBe(true)
})
