import { InputError } from '../../definitions/index.ts'
import { listRuns, openStore, retryRun, runOf, type Store } from '../../runtime/store/index.ts'
import { print, note, printJson, printValue } from '../output.ts'
import { stateWords } from '../runText.ts'

const withStore = async (work: (store: Store) => Promise<void>): Promise<void> => {
  const store = await openStore()
  try {
    await work(store)
  } finally {
    store.close()
  }
}

const states = ['waiting', 'running', 'done', 'failed', 'parked', 'dead'] as const

interface ListOptions {
  readonly state?: string
  readonly json?: boolean
}

export const list = ({ state, json = false }: ListOptions): Promise<void> =>
  withStore(async store => {
    const wanted = states.filter(known => state === undefined || known === state)
    if (wanted.length === 0)
      throw new InputError('--state', `"${state}" is none of ${states.join(', ')}`)
    const runs = await listRuns(store, { states: wanted })
    if (json) return printJson(runs)
    if (runs.length === 0) note('There are none.')
    for (const run of runs) {
      const at = new Date(run.receivedAt).toISOString()
      print(`${String(run.id).padEnd(8)}${at}  ${run.workflow}: ${stateWords[run.state]}`)
      if (run.error) print(`        ${run.error.message}`)
    }
  })

export const show = (id: number): Promise<void> =>
  withStore(async store => printValue(await runOf(store, id)))

export const retry = (id: number): Promise<void> =>
  withStore(async store => {
    await retryRun(store, id)
    print(`Run ${id} goes on as soon as its workflow is on.`)
  })
