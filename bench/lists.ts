import { isRecord } from 'pipedrive-component/definitions'
import { Pool } from 'undici'
import { actionOf, openComponent, step } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { runProcess } from './processes.ts'
import { interleaved, median, oneByOne, ratio, spreadOf } from './rounds.ts'

const rows = 10_000
const cli = 'dist/bundle/cli/index.js'

/** Long lists: *Get deals* with the names of users, persons and organizations. */
export const lists = async (url: string): Promise<readonly Figure[]> => [
  ...(await wall(url)),
  await memory(url),
]

/** How many rows the server has stands in the filter. */
const input = { filter_id: rows }

const wall = async (url: string): Promise<readonly Figure[]> => {
  const pool = new Pool(url, { connections: 16 })
  const client = openComponent(url)
  const getDeals = actionOf('getDeals')
  const busy: number[] = []
  const times = await interleaved(
    {
      pages: () => readPages(pool),
      async component() {
        const [before, start] = [process.cpuUsage(), performance.now()]
        await step(client, getDeals, input)
        const { user, system } = process.cpuUsage(before)
        busy.push((user + system) / 1000 / (performance.now() - start))
      },
    },
    call => oneByOne(call, 1),
    15,
  )
  await Promise.all([pool.close(), client.close()])
  return [
    {
      measure: `Get deals, ${rows} rows, with names`,
      value: `${short(median(times('component')) / 1000)} ms`,
      beside: `pages alone by undici ${short(median(times('pages')) / 1000)} ms`,
      ...{
        ...ratio(times('component'), times('pages')),
        goal: { max: 1.25, unit: '× pages alone' },
      },
    },
    {
      measure: 'the same, share of the time that its process works',
      ...{ value: `${short(100 * median(busy))} %`, result: 100 * median(busy) },
      spread: 100 * spreadOf(busy),
    },
  ]
}

/** The same pages, parsed and thrown away. */
const readPages = async (pool: Pool): Promise<void> => {
  let cursor: unknown = ''
  while (typeof cursor === 'string') {
    const next = cursor === '' ? '' : `&cursor=${cursor}`
    const path = `/api/v2/deals?limit=500&filter_id=${rows}${next}`
    const { body } = await pool.request({ method: 'GET', path })
    const page: unknown = await body.json()
    const data = isRecord(page) ? page['additional_data'] : undefined
    cursor = isRecord(data) ? data['next_cursor'] : undefined
  }
}

const memory = async (url: string): Promise<Figure> => {
  const peak = async (count: number): Promise<number> => {
    const words = ['run', 'getDeals', '--url', url, '--ndjson', '--input']
    const peaks: number[] = []
    for (let round = 0; round < 3; round++) {
      const given = JSON.stringify({ filter_id: count })
      const run = await runProcess([cli, ...words, given], { PIPEDRIVE_ACCESS_TOKEN: 'token' })
      peaks.push(run.peakMegabytes)
    }
    return median(peaks)
  }
  const [few, many] = [await peak(1_000), await peak(100_000)]
  return {
    measure: '`run getDeals --ndjson`, peak memory, 100 000 rows over 1 000',
    value: `${short(many)} MB`,
    beside: `1 000 rows ${short(few)} MB, goal 75 MB`,
    ...{ result: many / few, goal: { max: 1.15, unit: '× 1 000 rows' } },
  }
}
