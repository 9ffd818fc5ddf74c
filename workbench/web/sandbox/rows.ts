import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { SandboxKind, SandboxPage } from '../../api/index.ts'
import { call } from '../shared/http.ts'

export type Row = SandboxPage['rows'][number]
/** What a cell can hold; the server makes everything else plain. */
export type Cell = string | number | boolean | null
export type Cells = Readonly<Record<string, Cell>>

export const cellOf = (row: Row | undefined, key: string): Cell => {
  const value = row?.[key]
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return null
}

/** The id of a lead is a text, that of other records a number. */
export const idOf = (row: Row): string => String(cellOf(row, 'id'))

const path = (kind: SandboxKind, id?: string) =>
  `/api/sandbox/${kind}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

/** A key of a field, with a minus in front for the other direction. */
export type Sort = string | undefined

export const useRows = (kind: SandboxKind, search: string, sort: Sort, id: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['sandbox', kind, search, sort, id],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        ...(search && { search }),
        ...(sort && { sort }),
        ...(id && { id }),
        ...(pageParam && { cursor: pageParam }),
      })
      return call<SandboxPage>('GET', `${path(kind)}?${asked}`, undefined, signal)
    },
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })

const useChange = <Given, Answer>(
  kind: SandboxKind,
  mutationFn: (given: Given) => Promise<Answer>,
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sandbox', kind] }),
  })
}

/** Adds a row, or changes these cells of the one given. */
export const useSave = (kind: SandboxKind, row: Row | undefined) =>
  useChange(kind, (cells: Cells) =>
    row ? call<Row>('PATCH', path(kind, idOf(row)), cells) : call<Row>('POST', path(kind), cells),
  )

export const useDelete = (kind: SandboxKind) =>
  useChange(kind, (row: Row) => call<void>('DELETE', path(kind, idOf(row))))
