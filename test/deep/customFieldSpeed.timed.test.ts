import { expect, test } from 'vitest'
import { customOf } from '../../component/customFields/output.ts'
import { driveSync } from '../../engine/index.ts'
import { startSandbox } from '../../sandbox/index.ts'

interface Field {
  readonly field_code: string
  readonly field_type: string
  readonly is_custom_field: boolean
  readonly options: readonly { readonly id: number }[] | null
}

const rows = 500
const fields = 50

/** The best of many rounds: what the machine does besides only makes a round longer. */
const best = (work: () => void) => {
  let shortest = Infinity
  for (let round = 0; round < 60; round++) {
    const start = performance.now()
    work()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

test(`${rows} deals with ${fields} fields each are decoded in a quarter of the time of JSON.parse`, async () => {
  const sandbox = await startSandbox({ dealFields: fields })
  const headers = { authorization: `Bearer ${sandbox.accessToken}` }
  const read = async (path: string) => (await fetch(`${sandbox.url}${path}`, { headers })).text()
  const definitions = await read('/api/v2/dealFields?limit=500')
  const all = (JSON.parse(definitions) as { readonly data: readonly Field[] }).data
  const values: Readonly<Record<string, unknown>> = {
    ...{ double: 12.5, monetary: { value: 99.5, currency: 'EUR' }, date: '2026-12-31' },
    ...{ user: 1, people: 1, org: 1, daterange: { value: '2026-12-24', until: '2026-12-31' } },
    time: { value: '09:30:00', timezone_id: 310, timezone_name: 'Europe/Tallinn' },
    timerange: { value: '22:00:00', until: '06:00:00', timezone_id: 310 },
    address: { value: 'Main Street 5', locality: 'Tallinn', country: 'Estonia' },
  }
  const own = all.filter(field => field.is_custom_field)
  expect(own).toHaveLength(fields)
  const valueOf = (field: Field) =>
    field.field_type === 'set'
      ? field.options?.map(({ id }) => id)
      : (field.options?.[0]?.id ?? values[field.field_type] ?? 'A text of some length')
  const { data: page } = JSON.parse(await read('/api/v2/deals?limit=1'))
  const custom_fields = Object.fromEntries(own.map(field => [field.field_code, valueOf(field)]))
  const text = JSON.stringify(
    Array.from({ length: rows }, (_, id) => ({ ...page[0], id, custom_fields })),
  )
  const deals: readonly unknown[] = JSON.parse(text)
  const body: unknown = JSON.parse(definitions)
  const answer = () => ({ status: 200, headers: { age: '1' }, body })
  let last: unknown
  const decode = () => {
    const custom = driveSync(customOf('deal', deals), answer)
    for (const deal of deals) last = custom(deal)
  }
  const parsing = best(() => JSON.parse(text))
  const decoding = best(decode)
  expect(Object.values(Object(last)).filter(value => value === null)).toEqual([])
  const share = `${Math.round((100 * decoding) / parsing)} %`
  console.info(`${decoding.toFixed(2)} ms besides ${parsing.toFixed(2)} ms of JSON.parse: ${share}`)
  expect(decoding).toBeLessThanOrEqual(parsing / 4)
  await sandbox.close()
})
