import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { member } from '../../../../definitions/index.ts'
import type { OptionsRequest, OptionsView } from '../../../api/index.ts'
import { call } from '../../shared/http.ts'
import { usePanelNode } from '../nodeContext.ts'
import { useFormState, type Control } from './useControl.ts'

export type Option = OptionsView['options'][number]

/** Shorter texts do not narrow the list, so that asking again would be in vain. */
const minSearchLength = 2

/** The live list behind a select: what it depends on, and how to ask for it. */
export const useOptionsSource = ({ path, property }: Pick<Control, 'path' | 'property'>) => {
  const { operation, connection } = usePanelNode()
  const { draft } = useFormState()
  const dependsOn = property.optionsDataSource?.optionsLookupDependsOn ?? []
  const list = path.replaceAll(/\[\d+\]/g, '')
  const given = dependsOn.map(other => other.split('.').reduce<unknown>(member, draft))
  const connectionId = connection?.id
  const ask = (more: Partial<OptionsRequest>, signal?: AbortSignal) =>
    call<OptionsView>(
      'POST',
      '/api/options',
      { connectionId, operation: operation.name, path: list, input: draft, ...more },
      signal,
    )
  const key = ['options', connectionId, operation.name, list, given] as const
  return { key, ask, isConnected: connectionId !== undefined }
}

export type OptionsSource = ReturnType<typeof useOptionsSource>

/** The pages of the list, as far as they have been asked for, from when it is opened. */
export const useOptions = (
  { key, ask, isConnected }: OptionsSource,
  text: string,
  open: boolean,
) => {
  const trimmed = text.trim()
  const [search] = useDebouncedValue(trimmed.length < minSearchLength ? '' : trimmed, 250)
  const pages = useInfiniteQuery({
    queryKey: [...key, 'search', search],
    queryFn: ({ pageParam, signal }) =>
      ask({ ...(search && { search }), ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    enabled: open && isConnected,
    staleTime: 30_000,
    placeholderData: before => before,
  })
  // Scrolling and pressing the entry may both ask for the same page.
  const loadMore = () => void pages.fetchNextPage({ cancelRefetch: false })
  return { ...pages, loadMore, isSearched: search !== '' }
}

/** The option that was chosen earlier; null where the account has none of that value. */
export const useChosen = (
  { key, ask, isConnected }: OptionsSource,
  value: string | number | undefined,
) =>
  useQuery({
    queryKey: [...key, 'value', value],
    queryFn: async ({ signal }) => {
      const { options } = await ask({ ...(value !== undefined && { value }) }, signal)
      return options.find(option => option.value === value) ?? null
    },
    enabled: isConnected && value !== undefined,
    staleTime: 300_000,
  })

/** What was chosen from the list is known; it needs no asking. */
export const useRemember = ({ key }: OptionsSource) => {
  const queries = useQueryClient()
  return (option: Option) => queries.setQueryData([...key, 'value', option.value], option)
}
