import { describe, expect, test } from 'vitest'
import { inputErrors } from '../../../runtime/inputErrors.ts'
import { transcripts } from '../../../transcripts/files.ts'
import { operations, problemsOf } from '../forms.ts'

const inputsOf = (name: string) =>
  transcripts
    .filter(({ operation }) => operation === `actions/${name}` || operation === name)
    .map(({ input }) => input)

describe('what an action takes, its form takes', () => {
  test.each(operations.map(({ name }) => name))('%s', async name => {
    const inputs = inputsOf(name)
    expect(inputs.length).toBeGreaterThan(0)
    for (const input of inputs) expect(await problemsOf(name, input)).toEqual({})
  })
})

/** What only the runtime can know: resolved values, the names of fields, headers of the connection. */
const beyondForms = /can only be given if|can’t be resolved|can’t sort by|set by the connection/

describe('what an action refuses, its form refuses at the same field or within it', () => {
  const told = inputErrors.filter(
    ([, input, message]) => Object(input) === input && !beyondForms.test(message),
  )
  test.each(told)('%s %j', async (name, input, _message, path) => {
    const paths = Object.keys(await problemsOf(name, input))
    // A group that is missing is told by what is missing in it.
    expect(paths.filter(found => found.startsWith(path))).not.toEqual([])
  })
})

test('messages are sentences with the names that the user sees', async () => {
  expect(await problemsOf('addDeal', {})).toEqual({ 'deal.title': 'Title is required' })
  const deal = {
    title: 'T',
    value: 'abc',
    probability: 120,
    user_id: 'me',
    status: 'deleted',
    expected_close_date: '31.12.2026',
  }
  expect(await problemsOf('addDeal', { deal })).toEqual({
    'deal.value': '"abc" is not a number',
    'deal.probability': '120 is more than 100',
    'deal.user_id': '"me" is not an integer',
    'deal.status': '"deleted" is not one of open, won, lost',
    'deal.expected_close_date': '"31.12.2026" is not a date',
  })
})

test('where one of several fields would do, each says so', async () => {
  expect(await problemsOf('addLead', { lead: { title: 'L' } })).toEqual({
    'lead.person_id': 'Person or Organization is required',
    'lead.organization_id': 'Person or Organization is required',
  })
  expect(await problemsOf('addLead', { lead: { title: 'L', organization_id: 7 } })).toEqual({})
})

test('a short text is enough where another field says so', async () => {
  expect(await problemsOf('searchPersons', { term: 'a' })).toEqual({
    term: '"a" is too short: at least 2 characters',
  })
  expect(await problemsOf('searchPersons', { term: 'a', exact_match: true })).toEqual({})
})

test('rows that are empty are told by their number', async () => {
  const lead = { title: 'L', person_id: 1, label_ids: ['x', ''] }
  expect(await problemsOf('addLead', { lead })).toEqual({
    'lead.label_ids[1]': 'Row 2 is required',
  })
  const person = { name: 'P', email: [{}, { value: 'a@example.com' }] }
  expect(await problemsOf('addPerson', { person })).toEqual({
    'person.email[0].value': 'Email Address is required',
  })
})

test('a reference may stand in place of any value, also of a group and a list', async () => {
  const reference = '${newPerson_1.id}'
  const deal = { title: reference, user_id: reference, probability: reference, status: reference }
  expect(await problemsOf('addDeal', { deal })).toEqual({})
  expect(await problemsOf('addDeal', { deal: reference })).toEqual({})
  expect(await problemsOf('addPerson', { person: { name: 'P', email: reference } })).toEqual({})
  expect(await problemsOf('getLeadDetails', { id: reference })).toEqual({})
})

test('defaults stand in for empty fields', async () => {
  expect(await problemsOf('customAction', { path: '/api/v2/deals' })).toEqual({})
  expect(await problemsOf('customAction', {})).toEqual({ path: 'Path is required' })
})
