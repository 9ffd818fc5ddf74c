import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { differences } from './differences.ts'
import { lines, ourFacts, type Facts } from './facts.ts'

/** The contract’s facts that its page does not print, with the wrappers `deal`, `lead` and so on. */
const contract: Facts = JSON.parse(
  readFileSync(new URL('seed-facts.json', import.meta.url), 'utf8'),
)

const seed = lines(contract)
const ours = lines(ourFacts())
const differing = [...new Set([...seed.keys(), ...ours.keys()])].filter(
  fact => seed.get(fact) !== ours.get(fact),
)

test('there are 20 actions and 7 triggers, in the order of the contract', () => {
  const names = ({ actions, triggers }: Facts) => [...actions, ...triggers].map(({ name }) => name)
  expect(names(ourFacts())).toEqual(names(contract))
  expect(names(contract)).toHaveLength(27)
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
