import { useMemo } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RunSummary } from '../../api/index.ts'
import { call } from '../shared/http.ts'
import { useRecentRuns } from '../shared/recentRuns.ts'
import { matches, queryOf, type Filters } from './filters.ts'
import { mergeRecent, type RunPage } from './mergeRecent.ts'

const perPage = 50
/** Where a list begins: ids count from 1. */
const newest = 0

const pageOf = async (filters: Filters, before: number): Promise<RunPage> => {
  const askedAt = performance.now()
  const query = queryOf(filters, Date.now())
  if (before !== newest) query.set('before', String(before))
  return {
    askedAt,
    runs: await call<readonly RunSummary[]>('GET', `/api/runs?${query.toString()}`),
  }
}

/** Runs, newest first, as they are by the last event of the server. */
export const useRuns = (filters: Filters) => {
  const query = useInfiniteQuery({
    queryKey: ['runs', filters],
    queryFn: ({ pageParam }) => pageOf(filters, pageParam),
    initialPageParam: newest,
    getNextPageParam: ({ runs }) => (runs.length < perPage ? undefined : runs.at(-1)?.id),
    // Events keep the list up to date, even while it is not shown.
    staleTime: 60_000,
  })
  const recent = useRecentRuns(({ runs }) => runs)
  const { data } = query
  const runs = useMemo(() => {
    const now = Date.now()
    return data && mergeRecent(data.pages, recent, run => matches(filters, run, now))
  }, [data, recent, filters])
  return { ...query, runs }
}
