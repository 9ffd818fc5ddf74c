import { describe, expect, test } from 'vitest'
import { recordsNamed, inputOf, name, findExistingOption, useInstantBench } from './lostWrite.ts'
import { failure, pick } from './support.ts'

const creates = [
  ['addDeal', 'deal', 'title', '/api/v2/deals'],
  ['addLead', 'lead', 'title', '/api/v1/leads'],
  ['addPerson', 'person', 'name', '/api/v2/persons'],
  ['addOrganization', 'organization', 'name', '/api/v2/organizations'],
] as const
const losses = ['reset-after', 'reset-before', 'truncated'] as const
const cases = creates.flatMap(create => losses.map(loss => [...create, loss] as const))

const bench = useInstantBench({ scale: 10 })

describe.each(cases)('%s', (action, kind, field, path, loss) => {
  test(`${loss}: afterwards there is exactly one, if it was looked for`, async () => {
    await bench().control('faults', { kind: loss, method: 'POST', path })
    const result = await bench().run(action, inputOf(kind, field), findExistingOption)
    const records = await recordsNamed(bench(), path)
    expect(records).toHaveLength(1)
    const written = loss !== 'reset-before'
    const id = pick(records[0], 'id')
    expect(result).toMatchObject({
      output: { body: { data: { id, [field]: name } } },
      warnings: [
        {
          path: `POST ${path}`,
          expected: 'a response',
          got: written
            ? `none; ${String(id)} was found and not written again`
            : 'none; nothing was found, and it was sent again',
        },
      ],
    })
    expect(bench().slept).toEqual(written ? [1000] : [1000, 3000])
    const again = await bench().output(action, inputOf(kind, field))
    const shape = pick(again, 'body', 'data')
    expect(Object.keys(Object(pick(result, 'output', 'body', 'data'))).sort()).toEqual(
      Object.keys(Object(shape)).sort(),
    )
  })

  test(`${loss}: it is sent once and fails, if nobody said to look`, async () => {
    await bench().control('faults', { kind: loss, method: 'POST', path })
    const result = await bench().run(action, inputOf(kind, field))
    expect(failure(result)).toMatchObject({
      recovery: 'check',
      hint: expect.stringContaining(`${field === 'title' ? 'titled' : 'named'} "${name}" added`),
    })
    expect(result.requests).toHaveLength(1)
    expect(await recordsNamed(bench(), path)).toHaveLength(loss === 'reset-before' ? 0 : 1)
  })
})
