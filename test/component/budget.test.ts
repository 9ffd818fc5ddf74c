import { pipedrive } from '../../component/index.ts'
import { isRecord, type BudgetCall, type HttpRequest } from '../../definitions/index.ts'
import { transcripts } from '../transcripts/files.ts'

const { actions, triggers, budget, tokenCost } = pipedrive

/** Each operation as its transcripts have it: what is sent, where it succeeds. */
const recorded = transcripts.flatMap(({ operation, input, exchange, ...rest }) => {
  const name = /^(?:actions\/(\w+)|triggers\/(\w+)\.hydrate)$/.exec(operation)
  const of = name?.[1] ?? name?.[2]
  if (of === undefined || 'error' in rest) return []
  const sent = exchange.flat().map(({ request }) => {
    const { method, path } = request as HttpRequest
    return `${method} ${path}`
  })
  return [{ of, input: isRecord(input) ? input : {}, sent }]
})

test('the calls of a forecast are those that operations make', () => {
  for (const { of, input, sent } of recorded) {
    const known = budget.callsOf(of, input).map(({ method, path }) => `${method} ${path}`)
    expect({ of, unknown: sent.filter(call => !known.includes(call)) }).toEqual({ of, unknown: [] })
  }
})

test.each([...actions, ...triggers].map(({ name }) => name))('%s makes each of its calls', name => {
  const sent = new Set(recorded.filter(({ of }) => of === name).flatMap(({ sent }) => sent))
  const calls = budget.callsOf(name, {})
  // Where one linked record is looked up by itself, several are looked up together.
  const isSent = ({ method, path }: BudgetCall) =>
    sent.has(`${method} ${path}`) || sent.has(`${method} ${path}/{id}`)
  expect(calls.filter(call => !isSent(call))).toEqual([])
  expect(calls.length).toBeGreaterThan(0)
})

test('a custom call costs what its input says', () => {
  const calls = budget.callsOf('customAction', { method: 'DELETE', path: '/api/v2/deals/42' })
  expect(calls.map(tokenCost)).toEqual([3])
  expect(budget.callsOf('customAction', {})).toEqual([])
})

test('the examples cost what the specification says', () => {
  expect(budget.examples.map(example => [example.title, tokenCost(example)])).toEqual([
    ['Read one deal', 1],
    ['Add or change a deal', 5],
    ['List up to 500 deals', 10],
    ['Search', 20],
    ['Add a lead', 10],
  ])
})
