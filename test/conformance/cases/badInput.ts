import assert from 'node:assert/strict'
import type { Case } from '../case.ts'
import { withSandbox } from '../withSandbox.ts'

/** Inputs as expressions and agents bring them, with the property that is wrong. */
const refused: readonly (readonly [string, string, unknown, string])[] = [
  ['a property that there is not', 'addDeal', { deal: { title: 'a', titel: 'b' } }, 'deal.titel'],
  ['a required property that is left out', 'addDeal', { deal: {} }, 'deal.title'],
  ['an empty title', 'addDeal', { deal: { title: '' } }, 'deal.title'],
  ['a list in place of a text', 'addDeal', { deal: { title: ['a'] } }, 'deal.title'],
  ['a text in place of an object', 'addDeal', { deal: 'Desks' }, 'deal'],
  ['an object in place of an id', 'getDealDetails', { id: { value: 1 } }, 'id'],
  ['an id that is none', 'getDealDetails', { id: 0 }, 'id'],
  ['an id with a fraction', 'getDealDetails', { id: 1.5 }, 'id'],
  ['an id that a number can’t hold', 'getDealDetails', { id: '9007199254740993' }, 'id'],
  ['an id that is null', 'getDealDetails', { id: null }, 'id'],
  ['an id that is empty', 'deleteDeal', { id: '' }, 'id'],
  ['a choice that there is not', 'addDeal', { deal: { title: 'a', status: 'x' } }, 'deal.status'],
  [
    'a date with a time',
    'addDeal',
    { deal: { title: 'a', expected_close_date: '2026-06-30T12:00:00Z' } },
    'deal.expected_close_date',
  ],
  ['a value that is no number', 'addDeal', { deal: { title: 'a', value: 'much' } }, 'deal.value'],
  ['a limit of none', 'getDeals', { limit: 0 }, 'limit'],
  ['a lead of nobody', 'addLead', { lead: { title: 'a' } }, 'lead.person_id'],
  ['a path that leads up', 'customAction', { method: 'GET', path: '/api/../x' }, 'path'],
  ['nothing where an object belongs', 'addDeal', {}, 'deal'],
]

/** Inputs that look wrong and are not. */
const taken: readonly (readonly [string, string, unknown])[] = [
  ['an id as a text', 'getDealDetails', { id: '1' }],
  ['a number where a text is wanted', 'addDeal', { deal: { title: 2026, value: 99.5 } }],
  ['null in optional properties', 'addDeal', { deal: { title: 'a', person_id: null } }],
  ['true as a text', 'searchDeals', { term: 'a', exact_match: 'true' }],
]

/** What a workflow of our own would take for references, and for the sign of a text that is none. */
const titles = ['${deal.title}', 'costs ${5}', '$${x}', '${']

export const badInputCases = (): readonly Case[] => [
  ...refused.map(([name, action, input, field]): Case => ({
    kind: 'bad input',
    name: `${name} is refused by its name, and nothing is sent`,
    needs: ['inputCheck', action === 'customAction' ? 'customAction' : 'actions'],
    run: host =>
      withSandbox(host, async ({ failed, calls }) => {
        const error = await failed(action, input)
        assert.equal(error.recovery, 'fix-input')
        assert.equal(error.field, field)
        assert(error.message.includes(field), error.message)
        assert.equal(calls.length, 0)
      }),
  })),
  ...taken.map(([name, action, input]): Case => ({
    kind: 'bad input',
    name: `${name} is taken`,
    needs: ['inputCheck', 'actions'],
    run: host => withSandbox(host, async ({ done }) => void (await done(action, input))),
  })),
  {
    kind: 'bad input',
    name: 'a text that looks like a reference is written as it stands',
    needs: ['actions'],
    run: host =>
      withSandbox(host, async ({ done }) => {
        for (const title of titles) {
          const shown = JSON.stringify(await done('addDeal', { deal: { title } }))
          assert(shown.includes(JSON.stringify(title)), `${title} has become ${shown}`)
        }
      }),
  },
]
