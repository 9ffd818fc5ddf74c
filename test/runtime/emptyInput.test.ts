import { pipedrive } from '../../component/index.ts'
import { describe, expect, test } from 'vitest'
import { actionManifest, type Action } from '../../definitions/index.ts'
import { checkInput, findAction } from '../../engine/index.ts'
import { loadValidators } from '../../runtime/index.ts'
import { pick } from './support.ts'

const checkedInput = async (action: Action, input: unknown): Promise<unknown> =>
  checkInput(action, input, await loadValidators('pipedrive', action.name))

const deal = async (members: object) =>
  pick(
    await checkedInput(findAction(pipedrive, 'addDeal'), { deal: { title: 'T', ...members } }),
    'deal',
  )
const details = (id: unknown) => checkedInput(findAction(pipedrive, 'getDealDetails'), { id })
const refusal = { name: 'InputError', recovery: 'fix-input' }

describe('what is empty', () => {
  test('optional members that are null or absent are left out, and defaults filled in', async () => {
    const empty = { currency: null, user_id: undefined, expected_close_date: null, status: null }
    expect(await deal(empty)).toEqual({ title: 'T', value: '0', status: 'open' })
    expect(await checkedInput(findAction(pipedrive, 'getLeads'), { sort: null })).toEqual({
      archived_status: 'all',
    })
  })

  test('every default is one that its own property takes', async () => {
    for (const name of ['getDeals', 'getLeads']) {
      const action = findAction(pipedrive, name)
      const defaults = actionManifest(action).properties.flatMap(property =>
        property.defaultValue === undefined ? [] : [[property.name, property.defaultValue]],
      )
      expect(defaults.length).toBeGreaterThan(0)
      expect(await checkedInput(action, {})).toEqual(Object.fromEntries(defaults))
    }
  })

  test('required members may be neither', async () => {
    await expect(deal({ title: null })).rejects.toThrow('deal.title: is required')
    await expect(details(undefined)).rejects.toThrow('id: is required')
  })
})

describe('what could not be sent as it is', () => {
  const sent = (name: string, input: unknown) => checkedInput(findAction(pipedrive, name), input)
  const custom = (more: object) =>
    sent('customAction', { method: 'POST', path: '/api/v2/deals', ...more })

  test.each([
    [0.30000000000000004, '0.30000000000000004'],
    [1e-7, '1e-7'],
    ['0.30000000000000004', '0.30000000000000004'],
  ])('%p is a value of a deal', async (value, text) => {
    expect(await deal({ value })).toMatchObject({ value: text })
  })

  test.each([2 ** 53, 1e308])('%p may have been rounded', async number => {
    await expect(details(number)).rejects.toMatchObject({ ...refusal, path: 'id' })
    await expect(custom({ body: { person_id: number } })).rejects.toMatchObject({
      ...refusal,
      path: 'body.person_id',
    })
    await expect(custom({ query: { ids: number } })).rejects.toMatchObject({ path: 'query.ids' })
  })

  test.each(['9007199254740993', '1e309'])('the id %p is no number', async id => {
    await expect(details(id)).rejects.toMatchObject({ ...refusal, path: 'id' })
  })

  test('half a character is named with its path', async () => {
    const half = 'ab\ud83d'
    await expect(sent('searchDeals', { term: half })).rejects.toMatchObject({
      ...refusal,
      path: 'term',
    })
    await expect(deal({ title: half })).rejects.toMatchObject({ ...refusal, path: 'deal.title' })
    await expect(custom({ body: { a: [half] } })).rejects.toMatchObject({ path: 'body.a[0]' })
    expect(await deal({ title: 'ab\ud83d\ude00' })).toMatchObject({ title: 'ab\ud83d\ude00' })
  })
})

describe('entries whose required values came out empty', () => {
  const person = async (members: object) =>
    pick(
      await checkedInput(findAction(pipedrive, 'addPerson'), { person: { name: 'P', ...members } }),
      'person',
    )

  test.each([null, ''])('are left out: %j', async value => {
    const filled = { value: 'a@example.com' }
    expect(await person({ phone: [{ value }], email: [{ value, label: 'work' }, filled] })).toEqual(
      {
        name: 'P',
        phone: [],
        email: [filled],
      },
    )
    const lead = {
      title: 'L',
      person_id: 1,
      label_ids: [value, 'x'],
      value: { amount: value, currency: value },
    }
    expect(await checkedInput(findAction(pipedrive, 'addLead'), { lead })).toEqual({
      lead: { title: 'L', person_id: 1, label_ids: ['x'] },
    })
  })

  test('are an error where one is missing, or another is filled', async () => {
    await expect(person({ phone: [{ label: 'work' }] })).rejects.toMatchObject(refusal)
    const value = { amount: 5, currency: null }
    const lead = { title: 'L', person_id: 1, value }
    await expect(checkedInput(findAction(pipedrive, 'addLead'), { lead })).rejects.toMatchObject({
      ...refusal,
      path: 'lead.value.currency',
    })
    await expect(
      checkedInput(findAction(pipedrive, 'addOrganization'), { organization: { name: null } }),
    ).rejects.toMatchObject({ path: 'organization.name' })
  })
})
