import type { Action } from 'pipedrive-component/definitions'
import { runStep, type Client } from 'pipedrive-component/engine'
import { openJournal, startRun } from 'pipedrive-component/store'
import { actionOf, leadId, openComponent, step } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { median, spreadOf } from './rounds.ts'
import { withStore } from './store.ts'

const count = 10_000

/** Many steps one after the other, and steps whose results are committed. */
export const steps = async (url: string): Promise<readonly Figure[]> => {
  const client = openComponent(url)
  const action = actionOf('getLeadDetails')
  const figures = [await memory(client, action), await journal(client, action)]
  await client.close()
  return figures
}

const heapMegabytes = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

const memory = async (client: Client, action: Action): Promise<Figure> => {
  const run = async (steps: number) => {
    for (let done = 0; done < steps; done++) await step(client, action, { id: leadId })
    return heapMegabytes()
  }
  await run(count / 10)
  const first = await run(count)
  const second = await run(count)
  return {
    measure: `memory that ${count} more steps leave behind`,
    ...{ value: `${short(second - first)} MB`, beside: `after the first ${short(first)} MB` },
    ...{ result: second - first, goal: { max: 0.5, unit: 'MB' } },
  }
}

const journal = (client: Client, action: Action): Promise<Figure> =>
  withStore(async store => {
    const run = await startRun(store, 'bench', {})
    const kept = await openJournal(store, run.id)
    const times: number[] = []
    for (let done = -50; done < 500; done++) {
      const start = performance.now()
      const entry = kept.step(`getLeadDetails_${done}`, action.name)
      await runStep(action, { id: leadId }, { client, journal: entry })
      if (done >= 0) times.push(performance.now() - start)
    }
    return {
      measure: 'Get lead details whose result is committed, p50',
      value: `${short(median(times))} ms`,
      ...{ result: median(times), spread: spreadOf(times) },
    }
  })
