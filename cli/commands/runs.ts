import { InputError } from '../../definitions/index.ts'
import { listRuns, retryRun, runOf, shownState, shownStates } from '../../runtime/store/index.ts'
import { print, info, printJson, printValue } from '../output.ts'
import { stateText } from '../runText.ts'
import { withStore } from '../withStore.ts'

interface Json {
  readonly json?: boolean
}

interface ListOptions extends Json {
  readonly state?: string
  readonly before?: number
}

/** Fits a screen or two. */
const pageSize = 50

export const list = ({ state, before, json = false }: ListOptions): Promise<void> =>
  withStore(async store => {
    const wanted = shownStates.filter(known => state === undefined || known === state)
    if (wanted.length === 0)
      throw new InputError('--state', `"${state}" is none of ${shownStates.join(', ')}`)
    const query = { states: wanted, limit: pageSize + 1, ...(before !== undefined && { before }) }
    const found = await listRuns(store, query)
    const runs = found.slice(0, pageSize)
    if (found.length > pageSize) info(`There are older ones: --before ${runs.at(-1)?.id}`)
    if (json) return printJson(runs.map(run => ({ ...run, state: shownState(run) })))
    if (runs.length === 0) info('There are none.')
    for (const run of runs) {
      const at = timeText(run.receivedAt)
      print(`${String(run.id).padEnd(8)}${at}  ${run.workflow}: ${stateText(run)}`)
      const { message, hint } = run.error ?? {}
      for (const text of [message, hint]) if (text !== undefined) print(`        ${text}`)
    }
  })

/** A time that is damaged is beyond all dates. */
const timeText = (at: number): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'at no time'.padEnd(24) : date.toISOString()
}

export const show = (id: number, { json = false }: Json): Promise<void> =>
  withStore(async store => {
    const run = await runOf(store, id)
    const shown = { ...run, state: shownState(run) }
    if (json) printJson(shown)
    else printValue(shown)
  })

export const retry = (id: number, { json = false }: Json): Promise<void> =>
  withStore(async store => {
    await retryRun(store, id)
    if (json) printJson({ id, state: 'waiting' })
    else print(`Run ${id} goes on as soon as its workflow is on.`)
  })
