import { expect, test } from 'vitest'
import { failure, openBench, pick } from './support.ts'

const scopes = ['leads:full', 'contacts:full', 'users:read']

test('without the scope for definitions, records stay raw and a warning names it', async () => {
  const bench = await openBench({ scopes })
  const result = await bench.run('getLeads', {})
  expect(result).toMatchObject({
    warnings: [
      {
        path: 'GET /api/v2/dealFields',
        got: 'status 403. Tick the scope deals:read in the Developer Hub and connect again.',
      },
    ],
  })
  const lead = { title: 'New', person_id: 1 }
  const key = Object.keys(Object(pick(result, 'output', 'body', 'data', 0))).find(name =>
    /^[0-9a-f]{40}$/.test(name),
  )
  const byName = await bench.run('addLead', { lead: { ...lead, custom_fields: { Budget: 1 } } })
  expect(failure(byName).message).toMatch(
    /^lead\.custom_fields\.Budget: can’t be looked up by its name: .*deals:read/,
  )
  const custom_fields = { [String(key)]: pick(result, 'output', 'body', 'data', 0, String(key)) }
  const byKey = await bench.run('addLead', { lead: { ...lead, custom_fields } })
  expect(pick(byKey, 'output', 'body', 'data')).toMatchObject(custom_fields)
  await bench.close()
})
