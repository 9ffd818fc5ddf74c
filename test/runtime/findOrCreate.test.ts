import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundOrCreated, indexed, openLaggingBench, person } from './foundOrCreated.ts'
import { failure, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openLaggingBench()))
afterAll(() => bench.close())

const run = (action: string, input: unknown) => foundOrCreated(bench, action, input)

describe('a person', () => {
  test('is not found by a phone number that differs in letters', async () => {
    const by = (value: string) => ({ match_by: 'phone', person: { name: 'V', phone: [{ value }] } })
    const ids = []
    for (const value of ['1800', '1-800-CALLNOW', '1-800-FLOWERS']) {
      await indexed(bench)
      const { id, outcome } = await run('findOrCreatePerson', by(value))
      expect(outcome).toBe('created')
      ids.push(id)
    }
    expect(new Set(ids).size).toBe(3)
  })

  test('is found by any of the addresses, in any case, and stays as is', async () => {
    const added = await run('findOrCreatePerson', {
      person: {
        name: 'Ann',
        email: [{ value: 'ann@example.com' }, { value: 'Second@example.com' }],
      },
    })
    await indexed(bench)
    const found = await bench.output('findOrCreatePerson', person('Other', 'second@EXAMPLE.com'))
    expect(found).toMatchObject({ body: { data: { id: added.id, name: 'Ann' }, outcome: 'found' } })
  })

  test('is found by a phone number in another spelling', async () => {
    const by = (value: string) => ({
      match_by: 'phone',
      person: { name: 'Phil', phone: [{ value }] },
    })
    const added = await run('findOrCreatePerson', by('+44 20 7946 0123'))
    expect(await run('findOrCreatePerson', by('+44 (20) 7946-0123'))).toEqual({
      id: added.id,
      outcome: 'found',
    })
    await indexed(bench)
    expect(await run('findOrCreatePerson', by('+44 20 7946 0123'))).toEqual({
      id: added.id,
      outcome: 'found',
    })
    expect(await run('findOrCreatePerson', by('+44 20 7946 01'))).toMatchObject({
      outcome: 'created',
    })
  })

  test('is found by the whole name, and not by a part of it', async () => {
    const by = (name: string) => ({ match_by: 'name', person: { name } })
    const added = await run('findOrCreatePerson', by('Zoë Long'))
    await indexed(bench)
    expect(await run('findOrCreatePerson', by(' zoë  LONG'))).toEqual({
      ...added,
      outcome: 'found',
    })
    expect(await run('findOrCreatePerson', by('Zoë'))).toMatchObject({ outcome: 'created' })
  })

  test('is found by a search where the accents of the name are letters of their own', async () => {
    const by = (name: string) => ({ match_by: 'name', person: { name } })
    const { id } = await run('findOrCreatePerson', by('Chloë Ünïk'))
    await indexed(bench)
    const result = success(await bench.run('findOrCreatePerson', by('Chloë Ünïk'.normalize('NFD'))))
    expect(result.output).toMatchObject({ body: { data: { id }, outcome: 'found' } })
    // The newest records need not be looked at.
    expect(result.requests.map(({ path }) => path)).not.toContain('/api/v2/persons')
  })

  test('that was added with an old time is found among the newest', async () => {
    const input = person('Old', 'old@example.com', { add_time: '2020-01-01T00:00:00Z' })
    const added = await run('findOrCreatePerson', input)
    expect(await run('findOrCreatePerson', input)).toEqual({ ...added, outcome: 'found' })
  })

  test('without a value to find by is wrong input, and nothing is sent', async () => {
    const result = await bench.run('findOrCreatePerson', { person: { name: 'Nemo' } })
    expect(failure(result)).toMatchObject({
      recovery: 'fix-input',
      message: 'person.email: is needed to find the person by',
    })
    expect(result.requests).toEqual([])
  })
})

describe('several', () => {
  const input = person('Twin', 'twin@example.com')
  let ids: readonly unknown[]
  beforeAll(async () => {
    const made = [await run('addPerson', input), await run('addPerson', input)]
    ids = made.map(({ id }) => id)
  })

  test.each(['before', 'after'])(
    'are an error that names them, %s they are indexed',
    async when => {
      if (when === 'after') await indexed(bench)
      const result = await bench.run('findOrCreatePerson', input)
      expect(failure(result)).toMatchObject({
        recovery: 'fix-input',
        path: 'person.email',
        message: `person.email: there are 2 persons with the e-mail address "twin@example.com": ${ids.join(', ')}`,
        hint: 'Give on_several: "oldest" or "newest", or merge them in Pipedrive.',
      })
      expect(result.requests.every(({ method }) => method === 'GET')).toBe(true)
    },
  )

  test('are told apart by age where that is wanted', async () => {
    const chosen = async (on_several: string) =>
      (await run('findOrCreatePerson', { ...input, on_several })).id
    expect([await chosen('oldest'), await chosen('newest')]).toEqual(ids)
  })
})

test('a dry run says what would be added, or finds what is there', async () => {
  const input = { organization: { name: 'Dry Dock' } }
  const dry = async () =>
    success(await bench.run('findOrCreateOrganization', input, { dryRun: true }))
  expect((await dry()).preview?.requests).toMatchObject([
    { method: 'POST', path: '/api/v2/organizations', body: { name: 'Dry Dock' } },
  ])
  const { id } = await run('findOrCreateOrganization', input)
  const { preview, output } = await dry()
  expect(preview).toBeUndefined()
  expect(output).toMatchObject({ body: { data: { id }, outcome: 'found' } })
})

test('a lost write is found and not made again, if it is looked for', async () => {
  await bench.control('faults', { kind: 'reset-after', method: 'POST', path: '/api/v2/persons' })
  const input = person('Lost', 'lost@example.com')
  const result = await bench.run('findOrCreatePerson', input, { onUnknownOutcome: 'find-existing' })
  expect(result).toMatchObject({
    output: { body: { data: { name: 'Lost' }, outcome: 'created' } },
    warnings: [{ got: expect.stringContaining('found and not written again') }],
  })
  expect(await run('findOrCreatePerson', input)).toMatchObject({ outcome: 'found' })
})

test('an archived deal is not found: nothing can be done with it', async () => {
  const { id } = await run('addDeal', { deal: { title: 'Archived', is_archived: true } })
  await indexed(bench)
  const found = await run('findOrCreateDeal', { deal: { title: 'Archived' } })
  expect(found).toMatchObject({ outcome: 'created' })
  expect(found.id).not.toBe(id)
})
