import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { differences } from './differences.ts'
import { additions, lines, ourFacts, type Facts } from './facts.ts'

/** The contract’s facts that its page does not print, with the wrappers `deal`, `lead` and so on. */
const contract: Facts = JSON.parse(
  readFileSync(new URL('seed-facts.json', import.meta.url), 'utf8'),
)

const seed = lines(contract)
const ours = lines(ourFacts())
const added = additions(seed, ours)
const differing = [...new Set([...seed.keys(), ...ours.keys()])].filter(
  fact => !added.has(fact) && seed.get(fact) !== ours.get(fact),
)

test('the 20 actions and 7 triggers of the contract are there, in its order', () => {
  const names = ({ actions, triggers }: Facts) => [...actions, ...triggers].map(({ name }) => name)
  const known = names(contract)
  expect(known).toHaveLength(20 + 7)
  expect(names(ourFacts()).filter(name => known.includes(name))).toEqual(known)
})

test('inputs and outputs stand in the order of the contract', () => {
  const order = (these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>) =>
    [...these.keys()].filter(fact => those.has(fact))
  expect(order(ours, seed)).toEqual(order(seed, ours))
})

test('every fact is as the contract has it, but for the differences of the table', () => {
  const explained = (fact: string) =>
    differences.filter(
      ({ where, seed: before, ours: after }) =>
        where.test(fact) && before === seed.get(fact) && after === ours.get(fact),
    )
  const unexplained = differing.filter(fact => explained(fact).length !== 1)
  expect(unexplained.map(fact => `${fact}: ${seed.get(fact)} → ${ours.get(fact)}`)).toEqual([])
})

describe('an addition', () => {
  const more = (entries: Readonly<Record<string, string>>) =>
    [...additions(seed, new Map([...seed, ...Object.entries(entries)]))].sort()

  test('is an operation, an optional property or a member of an output', () => {
    const entries = {
      getNote: 'Get a note',
      'getNote input id': 'INTEGER',
      'getNote input id required': 'true',
      'getDeals input limit': 'INTEGER',
      'getDeals input limit label': 'Limit',
      'getDeals output body.data[].person_id.value': 'INTEGER',
    }
    expect(more(entries)).toEqual(Object.keys(entries).sort())
  })

  test('is no more than that: what the contract has is not changed by one', () => {
    const entries = {
      'addDeal input deal required': 'true',
      'addDeal input deal.must': 'STRING',
      'addDeal input deal.must required': 'true',
      'component homepage': 'https://www.pipedrive.com',
      'connection input server': 'STRING',
    }
    expect(more(entries)).toEqual(['addDeal input deal.must'])
  })
})

describe('the table', () => {
  test.each(differences)('has a difference at $where', ({ where, seed: before, ours: after }) => {
    const here = differing.filter(fact => where.test(fact))
    expect(here).not.toEqual([])
    for (const fact of here) expect([seed.get(fact), ours.get(fact)]).toEqual([before, after])
  })

  test.each(differences)('has a reason for $where', ({ reason }) => {
    expect(reason).toMatch(/^\S.*\.$/)
  })
})
