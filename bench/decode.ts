import { createClientSync, runStepSync } from 'pipedrive-component/engine'
import * as validators from 'pipedrive-component/validators'
import { actionOf, withoutLimits } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { median, ratio } from './rounds.ts'

const rows = 500

/** What 500 rows cost besides their requests: read, completed, checked. */
export const decode = async (url: string): Promise<readonly Figure[]> => {
  const paths = [`/api/v2/deals?limit=${rows}&filter_id=${rows}`, '/api/v1/users']
  const ids = Array.from({ length: 100 }, (_, index) => index + 1).join(',')
  paths.push(...['persons', 'organizations'].map(kind => `/api/v2/${kind}?ids=${ids}`))
  const texts = new Map<string, string>()
  for (const path of paths) {
    const response = await fetch(`${url}${path}`)
    texts.set(path.replace(/\?.*/, ''), await response.text())
  }
  const client = createClientSync({
    component: withoutLimits,
    validators: () => validators.getDeals,
    timing: { now: () => performance.now(), random: Math.random },
    send: ({ path }) => ({
      ...{ status: 200, headers: { 'content-type': 'application/json' } },
      body: JSON.parse(texts.get(path) ?? 'null'),
    }),
  })
  const getDeals = actionOf('getDeals')
  const parse: number[] = []
  const whole: number[] = []
  for (let round = -20; round < 60; round++) {
    const start = performance.now()
    for (const text of texts.values()) JSON.parse(text)
    const parsed = performance.now()
    const result = runStepSync(getDeals, { filter_id: rows }, { client })
    if ('error' in result) throw result.error
    if (round < 0) continue
    parse.push(parsed - start)
    whole.push(performance.now() - parsed)
  }
  return [
    {
      measure: `${rows} deals parsed, named and checked, without the requests`,
      value: `${short(median(whole))} ms`,
      beside: `JSON.parse alone ${short(median(parse))} ms`,
      ...ratio(whole, parse),
    },
  ]
}
