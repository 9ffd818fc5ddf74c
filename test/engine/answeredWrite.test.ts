import { beforeAll, expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import {
  createClientSync,
  findAction,
  runStepSync,
  type OperationValidators,
} from '../../engine/index.ts'
import type { HttpRequest } from '../../definitions/index.ts'
import { loadValidators } from '../../runtime/index.ts'
import { fakeApi, list, response, users } from '../component/fakeApi.ts'

const path = '/api/v2/deals'
let validators: OperationValidators
beforeAll(async () => {
  validators = await loadValidators('pipedrive', 'addDeal')
})

/** The first POST is answered by a success without the record, which may be there all the same. */
const attempt = (first: unknown, isWritten: boolean) => {
  const deals: unknown[] = []
  const add = () => {
    const deal = {
      id: 40 + deals.length,
      title: 'Desks',
      owner_id: 1,
      add_time: '2026-03-02T08:15:01Z',
    }
    deals.push(deal)
    return { success: true, data: deal }
  }
  let posts = 0
  const api = fakeApi({
    ...users,
    [`GET ${path}`]: () => list(deals),
    [`POST ${path}`]: () => {
      if (posts++ > 0) return response(201, add())
      if (isWritten) add()
      return response(201, first)
    },
  })
  let now = 0
  const client = createClientSync({
    component: pipedrive,
    validators: () => validators,
    send: (request: HttpRequest) => {
      const date = 'Mon, 02 Mar 2026 08:15:02 GMT'
      const answer = api.send(request)
      return { ...answer, headers: { ...answer.headers, date } }
    },
    timing: { now: () => now, sleep: ms => void (now += ms), random: () => 0 },
  })
  const run = (onUnknownOutcome: 'fail' | 'find-existing') =>
    runStepSync(
      findAction(pipedrive, 'addDeal'),
      { deal: { title: 'Desks' } },
      { client, onUnknownOutcome },
    )
  return { run, deals, posts: () => posts }
}

test.each([[{ success: true, data: null }], [{ success: true }], [null], ['<html>']])(
  'a success without the record, %j, is looked for like a lost answer',
  body => {
    const written = attempt(body, true)
    expect(written.run('find-existing')).toMatchObject({
      output: { body: { data: { id: 40 } } },
      warnings: [
        {
          path: `POST ${path}`,
          expected: 'a response with the record',
          got: 'none; 40 was found and not written again',
        },
      ],
    })
    expect([written.posts(), written.deals.length]).toEqual([1, 1])

    const lost = attempt(body, false)
    expect(lost.run('find-existing')).toMatchObject({
      warnings: [{ got: 'none; nothing was found, and it was sent again' }],
    })
    expect([lost.posts(), lost.deals.length]).toEqual([2, 1])
  },
)

test('without looking it fails, and says what to look for', () => {
  const { run, posts } = attempt({ success: true, data: null }, true)
  expect(run('fail')).toMatchObject({
    error: { recovery: 'check', hint: expect.stringMatching(/a deal titled "Desks"/) },
  })
  expect(posts()).toBe(1)
})
