import fc from 'fast-check'
import { bytesOf, fitted } from '../../../hosts/mcp/fit.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { openAgent, textOf, type Agent } from './agent.ts'

const maxBytes = 2_500
let sandbox: Sandbox
let agent: Agent
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 60 })
  agent = await openAgent(sandbox, { maxBytes })
})
afterAll(async () => {
  await agent.close()
  await sandbox.close()
})

test('a list that would be too long gives fewer rows, and its cursor passes over none', async () => {
  const ids: unknown[] = []
  let cursor: string | undefined
  do {
    const result = await agent.call('get_deals', { ...(cursor !== undefined && { cursor }) })
    expect(bytesOf(result.structuredContent)).toBeLessThanOrEqual(maxBytes)
    expect(Buffer.byteLength(textOf(result))).toBeLessThanOrEqual(maxBytes)
    const { body, next } = JSON.parse(JSON.stringify(result.structuredContent))
    for (const { id } of body.data as { id: unknown }[]) ids.push(id)
    cursor = next?.cursor
    if (cursor !== undefined) expect(textOf(result)).toContain(cursor)
  } while (cursor !== undefined)
  expect(ids).toHaveLength(60)
  expect(new Set(ids).size).toBe(60)
})

test('a record that is too long says what is cut and how to get more', async () => {
  const lost_reason = 'because '.repeat(1_000)
  const deal = { title: 'Desks', status: 'lost', lost_reason }
  const result = await agent.call('add_deal', { deal })
  expect(bytesOf(result.structuredContent)).toBeLessThanOrEqual(maxBytes)
  expect(result.structuredContent).toMatchObject({
    cut: [expect.stringMatching(/^body\.data\.lost_reason: \d+ of 8000 characters$/)],
  })
  expect(textOf(result)).toMatch(/lost_reason: \d+ of 8000 characters.*--max-bytes/)
})

test('a live list that is too long says what is left out', async () => {
  const result = await agent.call('find_deal')
  expect(bytesOf(result.structuredContent)).toBeLessThanOrEqual(maxBytes)
  expect(textOf(result)).toMatch(/more are left out to fit/)
})

test('whatever is cut fits, and what fits is not cut', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 10, max: 500 }), (value, max) => {
      const { value: short, cuts } = fitted(value, max)
      expect(bytesOf(short)).toBeLessThanOrEqual(max)
      if (bytesOf(value) <= max) expect(short).toEqual(value)
      else expect(cuts.length).toBeGreaterThan(0)
    }),
  )
})
