import { describe, expect, test } from 'vitest'
import { getDealDetails } from '../../actions/deals/getDealDetails.ts'
import { addDeal } from '../../actions/deals/addDeal.ts'
import { updateDeal } from '../../actions/deals/updateDeal.ts'
import { ApiError, ComponentError, NoResponseError, NotSentError } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { newDeal } from '../../triggers/newDeal.ts'
import { catchError } from '../definitions/catchError.ts'

const refuse =
  (status: number, body: unknown = null) =>
  () => ({ status, headers: {}, body })
const fail = (error: unknown) => () => {
  throw error
}
const deal = { title: 'Lamp', value: '1', status: 'open' } as const

describe('an error of an action', () => {
  test('names the action in its stack', () => {
    const error = catchError(() => driveSync(getDealDetails.perform({ id: 1 }), refuse(404)))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ stack: expect.stringContaining('getDealDetails.ts') })
  })

  test('keeps the status', () => {
    const error = catchError(() => driveSync(getDealDetails.perform({ id: 1 }), refuse(418)))
    expect(error).toMatchObject({ status: 418, recovery: 'fix-input' })
  })

  test('keeps its cause', () => {
    const cause = new Error('socket hang up')
    const error = catchError(() => driveSync(getDealDetails.perform({ id: 1 }), fail(cause)))
    expect(error).toBeInstanceOf(NoResponseError)
    expect(error).toMatchObject({ cause })
  })
})

test('a change that Pipedrive refuses says what was to be cleared, and what to do instead', () => {
  const body = { success: false, error: 'Validation failed: org_id: Expected number, got null' }
  const changes = { title: 'New', org_id: null, custom_fields: {} }
  const refused = (deal: object) =>
    catchError(() =>
      driveSync(updateDeal.perform({ id: 1, deal, label_change: 'add' }), refuse(400, body)),
    )
  expect(refused(changes)).toMatchObject({
    message: expect.stringContaining('org_id: Expected number, got null'),
    recovery: 'fix-input',
    hint: 'Correct the input that Pipedrive names and try again. If it does not clear org_id, leave that out, or give another value.',
  })
  expect(refused({ title: 'New' })).toMatchObject({
    hint: 'Correct the input that Pipedrive names and try again.',
  })
})

describe('a write without an answer', () => {
  test('is to be looked for', () => {
    const error = catchError(() => driveSync(addDeal.perform({ deal }), fail(new Error('timeout'))))
    expect(error).toMatchObject({ name: 'NoResponseError', recovery: 'check' })
  })

  test.each([
    ['Desks', 'a deal titled "Desks" added'],
    ['Two\n"lines"', 'a deal titled "Two\\n\\"lines\\"" added'],
    ['€'.repeat(61), `a deal titled "${'€'.repeat(59)}…" added`],
  ])('says what to look for: %j', (title, hint) => {
    const lost = addDeal.perform({ deal: { ...deal, title } })
    const error = catchError(() => driveSync(lost, fail(new Error('timeout'))))
    expect(error).toMatchObject({ hint: expect.stringContaining(hint) })
  })

  test('may be tried again when it was certainly not sent', () => {
    const cause = new NotSentError('the name was not found', undefined)
    const error = catchError(() => driveSync(addDeal.perform({ deal }), fail(cause)))
    expect(error).toMatchObject({ name: 'NoResponseError', recovery: 'retry', cause })
  })

  test('that the host itself refused is told in the words of the host', () => {
    const refusal = new ComponentError('The budget is used up.', { recovery: 'wait' })
    expect(catchError(() => driveSync(addDeal.perform({ deal }), fail(refusal)))).toBe(refusal)
  })
})

test('credentials of a webhook are in no error', () => {
  const endpoint = { webhookUrl: 'https://hooks.example/1', user: 'uSecret', password: 'pSecret' }
  const answers = [refuse(200, { data: [] }), refuse(422, { error: 'limit reached' })]
  const error = catchError(() =>
    driveSync(newDeal.webhookEnable(endpoint), () => answers.shift()?.() ?? refuse(500)()),
  )
  expect(error).toBeInstanceOf(ComponentError)
  const cause = error instanceof Error ? error.cause : undefined
  expect(cause).toBeInstanceOf(ApiError)
  for (const one of [error, cause])
    expect(`${String(one)} ${JSON.stringify(one)}`).not.toMatch(/Secret/)
})
