import { useEffect, useEffectEvent } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { ServerEvent, RunSummary, WorkflowSummary } from '../../api/index.ts'
import { lineIn } from './http.ts'
import { addRecentRun, onRecentRuns } from './recentRuns.ts'

type Listener = (line: ServerEvent) => void

const listeners = new Set<Listener>()
let source: EventSource | undefined

const useConnection = create<{ readonly isLost: boolean }>()(() => ({ isLost: false }))

/** The stream of events has ended, so that the page may not be up to date. */
export const useIsServerLost = () => useConnection(({ isLost }) => isLost)

const retryDelayMs = 1_000

/** One stream for the whole page. The browser connects it again by itself, but not after an error. */
const connect = () => {
  source = new EventSource('/api/live')
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const line = lineIn<ServerEvent>(data)
    for (const each of listeners) each(line)
  }
  source.onopen = () => useConnection.setState({ isLost: false })
  source.onerror = ({ target }) => {
    useConnection.setState({ isLost: true })
    if (target !== source || source?.readyState !== EventSource.CLOSED) return
    setTimeout(() => {
      if (listeners.size > 0) connect()
    }, retryDelayMs)
  }
}

const listen = (listener: Listener) => {
  listeners.add(listener)
  if (!source) connect()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    source?.close()
    source = undefined
  }
}

/** Hears what happens on the server, from this tab and from others. */
export const useServerEvents = (onLine: Listener) => {
  const handle = useEffectEvent(onLine)
  useEffect(() => listen(line => handle(line)), [])
}

/**
 * Keys of the queries that go stale by themselves: `['workflows']`, `['runs', filters]`, `['run', id]`,
 * `['attention']`, `['alerts']`, `['connections']`, `['sandbox', kind]`. The frame of the page calls this once.
 */
export const useLiveQueries = () => {
  const queries = useQueryClient()
  useServerEvents(line => {
    if (line.type === 'workflow') putFirst(queries, line.workflow)
    if (line.type === 'run') addRecentRun(line.run)
    for (const queryKey of staleBy(line)) void queries.invalidateQueries({ queryKey })
  })
  useEffect(() => onRecentRuns(runs => refreshRuns(queries, runs)), [queries])
  useEffect(() => refreshAfterGap(queries), [queries])
}

const askEveryMs = 1_000
let asking: ReturnType<typeof setTimeout> | undefined

/** Lists follow events by themselves; what can't is asked for once a second at most. */
const refreshRuns = (queries: QueryClient, runs: readonly RunSummary[]) => {
  for (const { id } of runs) void queries.invalidateQueries({ queryKey: ['run', id] })
  asking ??= setTimeout(() => {
    asking = undefined
    void queries.invalidateQueries({ queryKey: ['attention'] })
    void queries.invalidateQueries({ predicate: isSearch })
  }, askEveryMs)
}

/** A search over the runs, of which only the server knows what belongs to it. */
const isSearch = ({ queryKey: [name, filters] }: { readonly queryKey: readonly unknown[] }) =>
  name === 'runs' && Boolean(Reflect.get(Object(filters), 'search'))

/** A workflow that was saved stands first in the list; the others need no asking. */
const putFirst = (queries: QueryClient, saved: WorkflowSummary) =>
  queries.setQueryData<readonly WorkflowSummary[]>(
    ['workflows'],
    list => list && [saved, ...list.filter(({ id }) => id !== saved.id)],
  )

const staleBy = (line: ServerEvent): readonly (readonly unknown[])[] => {
  switch (line.type) {
    case 'run':
    case 'workflow':
      return []
    case 'runs':
      return [['runs'], ['attention']]
    case 'workflows':
      return [['workflows']]
    case 'connections':
      return [['connections']]
    case 'alerts':
      return [['alerts']]
    case 'sandbox':
      // Forms have fields of the account in them, and lists have its settings.
      return line.kind === 'settings'
        ? [['sandbox', line.kind], ['properties'], ['options']]
        : [['sandbox', line.kind]]
  }
}

/** What happened while the server was away is not known. */
const refreshAfterGap = (queries: QueryClient) =>
  useConnection.subscribe((now, before) => {
    if (before.isLost && !now.isLost) void queries.invalidateQueries()
  })
