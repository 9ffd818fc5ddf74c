import { inspect } from 'node:util'
import { openClient } from '../../runtime/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { pipedrive } from '../../component/index.ts'
import { failure, openBench, pick, success, tokensOf } from './support.ts'

test('a person deleted while the list is completed leaves a gap, not a failure', async () => {
  const bench = await openBench()
  const headers = { authorization: `Bearer ${bench.sandbox.accessToken}` }
  let victim: unknown
  const client = {
    ...bench.client,
    sender: (tell: Parameters<typeof bench.client.sender>[0]) => {
      const send = bench.client.sender(tell)
      return async (...given: Parameters<typeof send>) => {
        const response = await send(...given)
        if (given[0].path === '/api/v2/deals' && victim === undefined) {
          victim = pick(response.body, 'data', 0, 'person_id')
          const path = `${bench.sandbox.url}/api/v2/persons/${String(victim)}`
          await fetch(path, { method: 'DELETE', headers })
        }
        return response
      }
    },
  }
  const result = success(await runStep(findAction(pipedrive, 'getDeals'), { limit: 5 }, { client }))
  const person = pick(result.output, 'body', 'data', 0, 'person_id')
  expect(person).toEqual({ value: victim, name: null })
  await bench.close()
})

test('an empty account has empty lists', async () => {
  const bench = await openBench({ empty: true })
  for (const action of pipedrive.actions.filter(({ list }) => list)) {
    const input = 'term' in action.properties ? { term: 'ab' } : {}
    expect(await bench.rows(action.name, input)).toEqual([])
  }
  await bench.close()
})

test.each(['Zoë “& Co” / 100% 李小龍 ${x} \'"\\', 'ü'.repeat(10_000)])(
  'text arrives unharmed (case %#)',
  async title => {
    const bench = await openBench({ empty: true })
    const outputs = { given: { title } }
    const input = { deal: { title: '${given.title}' } }
    const added = await bench.output('addDeal', input, outputs)
    expect(pick(added, 'body', 'data', 'title')).toBe(title)
    expect(pick((await bench.rows('getDeals'))[0], 'title')).toBe(title)
    await bench.close()
  },
)

test('two connections never see each other’s lists', async () => {
  const [one, two] = [await openBench({ seed: 1 }), await openBench({ seed: 2 })]
  const owner = async (bench: typeof one) => {
    const [deal] = await bench.rows('getDeals', { limit: 1 })
    return pick(deal, 'user_id', 'email')
  }
  const users = async (url: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    const body: unknown = await (await fetch(`${url}/api/v1/users`, { headers })).json()
    return JSON.stringify(body)
  }
  for (const bench of [one, two, one]) {
    const { url, accessToken } = bench.sandbox
    expect(await users(url, accessToken)).toContain(String(await owner(bench)))
  }
  expect((await one.calls()).filter(call => call === 'GET /api/v1/users')).toHaveLength(3)
  expect((await two.calls()).filter(call => call === 'GET /api/v1/users')).toHaveLength(2)
  await one.close()
  await two.close()
})

test('no token is in an error or a result, however deep', async () => {
  const sandbox = await startSandbox()
  const client = openClient({
    component: pipedrive,
    tokens: tokensOf(sandbox),
    allowLoopback: true,
  })
  const seen = [
    await runStep(findAction(pipedrive, 'getDealDetails'), { id: 1 }, { client }),
    await runStep(findAction(pipedrive, 'getDealDetails'), { id: 999_999 }, { client }),
  ]
  await sandbox.close()
  const lost = await runStep(findAction(pipedrive, 'addDeal'), { deal: { title: 'x' } }, { client })
  expect(failure(lost).name).toBe('NoResponseError')
  const text = inspect([...seen, lost], { depth: 12, showHidden: true })
  expect(text).not.toContain(sandbox.accessToken)
  expect(text).not.toContain('Bearer ')
  await client.close()
})
