import { expect, test } from 'vitest'
import type { RunSummary } from '../../../../workbench/api/index.ts'
import type { RecentRun } from '../../../../workbench/web/shared/recentRuns.ts'
import { mergeRecent } from '../../../../workbench/web/runs/mergeRecent.ts'
import { run } from './run.ts'

const recent = (...told: readonly RecentRun[]) => new Map(told.map(one => [one.run.id, one]))
const shown = (runs: readonly RunSummary[]) => runs.map(({ id, state }) => `${id} ${state}`)
const all = () => true

test('new runs stand on top, and known ones are as they were told last', () => {
  const page = { askedAt: 10, runs: [run(3, { state: 'running' }), run(2)] }
  const told = recent(
    { at: 20, run: run(3, { state: 'dead' }) },
    { at: 20, run: run(5) },
    { at: 21, run: run(4, { state: 'running' }) },
  )
  expect(shown(mergeRecent([page], told, all))).toEqual(['5 done', '4 running', '3 dead', '2 done'])
})

test('what was told before a page was asked for is in it already', () => {
  const page = { askedAt: 10, runs: [run(3)] }
  const told = recent({ at: 9, run: run(3, { state: 'running' }) }, { at: 9, run: run(4) })
  expect(shown(mergeRecent([page], told, all))).toEqual(['3 done'])
})

test('an event that comes while the first page is asked for is not missed', () => {
  const told = recent({ at: 11, run: run(1) })
  expect(shown(mergeRecent([{ askedAt: 10, runs: [] }], told, all))).toEqual(['1 done'])
})

test('a run that does not belong to the list any more leaves it', () => {
  const page = { askedAt: 10, runs: [run(3, { state: 'running' })] }
  const told = recent({ at: 11, run: run(3) }, { at: 11, run: run(4) })
  expect(mergeRecent([page], told, ({ state }) => state === 'running')).toEqual([])
})

test('runs of older pages are not taken for new ones', () => {
  const pages = [
    { askedAt: 10, runs: [run(9)] },
    { askedAt: 12, runs: [run(5)] },
  ]
  const told = recent({ at: 20, run: run(5, { state: 'dead' }) }, { at: 20, run: run(3) })
  expect(shown(mergeRecent(pages, told, all))).toEqual(['9 done', '5 dead'])
})
