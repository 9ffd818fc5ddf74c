import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundOrCreated, openLaggingBench } from './foundOrCreated.ts'
import type { Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openLaggingBench()))
afterAll(() => bench.close())

const emails = (...values: readonly string[]) => ({
  person: { name: values.join(), email: values.map(value => ({ value })) },
})
const phones = (...values: readonly string[]) => ({
  match_by: 'phone',
  person: { name: values.join(), phone: values.map(value => ({ value })) },
})
const field = (custom_field: string, custom_fields: object) => ({
  match_by: 'custom_field',
  custom_field,
  deal: { title: custom_field, custom_fields },
})

test.each([
  [
    'a list of addresses and one of them',
    'findOrCreatePerson',
    [emails('a@one.example', 'b@one.example'), emails('B@one.example')],
  ],
  [
    'lists that share an address, in other orders',
    'findOrCreatePerson',
    [
      emails('a@two.example', 'b@two.example'),
      emails('b@two.example', 'a@two.example'),
      emails('c@two.example', 'b@two.example'),
    ],
  ],
  [
    'spellings of a phone number',
    'findOrCreatePerson',
    [phones('+372 52000101', '+372 52000102'), phones('+37252000102'), phones('+372 5200-0102')],
  ],
  [
    'spellings of the name of a field and of its value',
    'findOrCreateDeal',
    [
      field('Reference', { Reference: 'R-900' }),
      field('reference', { Reference: ' r-900 ', Competitors: 'x' }),
    ],
  ],
])('%s, at the same moment, make one record', async (_what, action, inputs) => {
  const all = await Promise.all(inputs.map(input => foundOrCreated(bench, action, input)))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect(all.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
})
