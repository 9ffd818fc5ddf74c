import { pipedrive } from '../../component/index.ts'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type Action } from '../../definitions/index.ts'
import { checkInput, findAction } from '../../engine/index.ts'
import { loadValidators } from '../../runtime/index.ts'
import { pick } from './support.ts'

const checkedInput = async (action: Action, input: unknown): Promise<unknown> =>
  checkInput(action, input, await loadValidators('pipedrive', action.name))

const bounded = { numRuns: 300, seed: 20260801 }
const deal = async (members: object) =>
  pick(
    await checkedInput(findAction(pipedrive, 'addDeal'), { deal: { title: 'T', ...members } }),
    'deal',
  )
const details = (id: unknown) => checkedInput(findAction(pipedrive, 'getDealDetails'), { id })
const refusal = { name: 'InputError', recovery: 'fix-input' }

describe('whole numbers', () => {
  test('are taken as numbers and as their text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 999_999_999_999_999 }), async id => {
        expect(await details(id)).toEqual({ id })
        expect(await details(String(id))).toEqual({ id })
      }),
      bounded,
    )
  })

  test.each(['042', '4e2', ' 42', '42 ', '', '0x2a', '4 2', '1,000', '٤٢', '12345678901234567'])(
    '%p is not guessed at',
    async id => {
      await expect(details(id)).rejects.toMatchObject({
        ...refusal,
        message: `id: ${JSON.stringify(id)} is not an integer`,
      })
    },
  )

  test.each([true, {}, [42]])('%j is not one', async id => {
    await expect(details(id)).rejects.toMatchObject({ ...refusal, path: 'id' })
  })

  test('a fraction is not one, whether as a number or as text', async () => {
    await expect(details('4.5')).rejects.toThrow('id: 4.5 is not an integer')
    await expect(details(4.5)).rejects.toThrow('id: 4.5 is not an integer')
  })
})

/** The shortest writing of the double has the same digits. */
const isHeld = (amount: string): boolean => {
  const number = Number(amount)
  const places = amount.split('.')[1]?.length ?? 0
  const isSafe = Math.abs(number) <= Number.MAX_SAFE_INTEGER
  const scaled = (text: string) => BigInt(text.replace('.', ''))
  const [whole = '', fraction = ''] = String(number).split('.')
  if (!isSafe || /e/.test(String(number)) || fraction.length > places) return false
  return scaled(amount) === scaled(`${whole}${fraction.padEnd(places, '0')}`)
}

describe('decimals', () => {
  test('a text becomes a number only if that number stands for nothing else', async () => {
    const text = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 10 }))
      .map(([minus, digits, point]) => {
        const all = String(digits).padStart(point + 1, '0')
        const fraction = point > 0 ? `.${all.slice(-point)}` : ''
        return `${minus ? '-' : ''}${all.slice(0, all.length - point)}${fraction}`
      })
    await fc.assert(
      fc.asyncProperty(text, async amount => {
        const input = { lead: { title: 'L', person_id: 1, value: { amount, currency: 'EUR' } } }
        const digits = amount.replace(/\D/g, '').length
        const checked = checkedInput(findAction(pipedrive, 'addLead'), input)
        if (digits > 15 && !isHeld(amount))
          await expect(checked).rejects.toMatchObject({ path: 'lead.value.amount' })
        else if (digits <= 15) {
          const given = Number(pick(await checked, 'lead', 'value', 'amount'))
          const places = amount.split('.')[1]?.length ?? 0
          expect(given.toFixed(places).replace(/^-(0\.?0*)$/, '$1')).toBe(
            amount.replace(/^-(0\.?0*)$/, '$1'),
          )
        }
      }),
      bounded,
    )
  })

  test('are within their bounds', async () => {
    expect(await deal({ probability: '20.5' })).toMatchObject({ probability: 20.5 })
    await expect(deal({ probability: '101' })).rejects.toThrow(
      'deal.probability: 101 is more than 100',
    )
  })
})

describe('the value of a deal', () => {
  test.each([
    ['99.50', '99.50'],
    [99.5, '99.5'],
    [0, '0'],
    [-12, '-12'],
    ['-0.01', '-0.01'],
    ['123456789012345.25', '123456789012345.25'],
    [null, '0'],
    [undefined, '0'],
  ])('%p is taken as %p', async (value, text) => {
    expect(await deal({ value })).toMatchObject({ value: text })
  })

  test.each([
    'abc',
    '1e999',
    '1e3',
    '99,50',
    '99.',
    '.5',
    '+1',
    'NaN',
    'Infinity',
    '12345678901234567890',
    ' 1',
  ])('%p is not a number', async value => {
    await expect(deal({ value })).rejects.toMatchObject({
      ...refusal,
      path: 'deal.value',
      message: `deal.value: ${JSON.stringify(value)} is not a number`,
    })
  })

  test('an empty text is refused, and so is everything that is no text', async () => {
    await expect(deal({ value: '' })).rejects.toThrow('deal.value: "" is not a number')
    await expect(deal({ value: true })).rejects.toThrow('deal.value: true is not a text')
    await expect(deal({ value: { amount: 1 } })).rejects.toThrow(
      'deal.value: {"amount":1} is not a text',
    )
  })
})

describe('other types', () => {
  const exact = (exact_match: unknown) =>
    checkedInput(findAction(pipedrive, 'searchDeals'), { term: 'ab', exact_match })

  test('true and false may be texts, and nothing else stands for them', async () => {
    expect(await exact('true')).toEqual({ term: 'ab', exact_match: true })
    expect(await exact('false')).toEqual({ term: 'ab', exact_match: false })
    for (const other of ['yes', 'TRUE', '', 1, 0, '1'])
      await expect(exact(other)).rejects.toThrow(
        `exact_match: ${JSON.stringify(other)} is not true or false`,
      )
  })

  test('a number becomes the text that it reads as, where a text is declared', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.integer(), fc.double({ noNaN: true })), async title => {
        fc.pre(Number.isFinite(title))
        expect(await deal({ title })).toMatchObject({ title: String(title) })
      }),
      bounded,
    )
  })

  test('elements of lists are converted like all others', async () => {
    const person = { name: 7, phone: [{ value: 372_555_0100, primary: 'true' }] }
    expect(await checkedInput(findAction(pipedrive, 'addPerson'), { person })).toEqual({
      person: { name: '7', phone: [{ value: '3725550100', primary: true }] },
    })
  })

  test('what only the user knows is passed on untouched', async () => {
    const body = { a: '42', b: { c: null, d: 'true' }, e: [null, '1'] }
    const input = { method: 'POST', path: '/api/v2/deals', body }
    expect(await checkedInput(findAction(pipedrive, 'customAction'), input)).toEqual(input)
  })
})
