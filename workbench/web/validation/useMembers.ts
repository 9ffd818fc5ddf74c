import { useMemo } from 'react'
import {
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { PropertiesView } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'
import { call } from '../shared/http.ts'
import { dynamicPaths, type DynamicProperty } from '../../../engine/index.ts'
import { withMembers } from './dynamicProperties.ts'

/** Members that were asked for before are asked for afresh: the account may have changed. */
const queryOf = (
  queries: QueryClient,
  operation: string,
  path: string,
  connectionId: string | undefined,
) => {
  const queryKey = ['properties', connectionId, operation, path] as const
  return {
    queryKey,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
      const { dataUpdateCount = 0, errorUpdateCount = 0 } = queries.getQueryState(queryKey) ?? {}
      const fresh = dataUpdateCount + errorUpdateCount > 0
      const question = { connectionId, operation, path, fresh }
      return call<PropertiesView>('POST', '/api/properties', question, signal)
    },
    enabled: connectionId !== undefined,
    staleTime: Infinity,
    retry: false,
  }
}

/** How the members of one dynamic property are, for the group that draws them. */
export const useMembers = (
  operation: Operation,
  path: string,
  connectionId: string | undefined,
): UseQueryResult<PropertiesView> =>
  useQuery(queryOf(useQueryClient(), operation.name, path, connectionId))

const noPaths: readonly string[] = []

/**
 * The operation as it is in an account. `isAsking` is false where only what is known already
 * counts, as asking costs a part of the daily budget.
 */
export const useInAccount = <One extends Operation | undefined>(
  operation: One,
  connectionId: string | undefined,
  isAsking: boolean,
): One | Operation => {
  const paths = useMemo(() => (operation ? dynamicPaths(operation) : noPaths), [operation])
  const questions = paths.map(path => ({ operation: operation?.name ?? '', path }))
  const members = useMembersOf(questions, connectionId, isAsking)
  return useMemo(() => {
    if (!operation) return operation
    const known = paths.flatMap((path, at) => {
      const own = members[at]
      return own ? [[path, own] as const] : []
    })
    return withMembers(operation, Object.fromEntries(known))
  }, [operation, paths, members])
}

/** The members of several dynamic properties, as far as they are known. */
export const useMembersOf = (
  questions: readonly DynamicProperty[],
  connectionId: string | undefined,
  isAsking: boolean,
) => {
  const queries = useQueryClient()
  return useQueries({
    queries: questions.map(({ operation, path }) => {
      const query = queryOf(queries, operation, path, connectionId)
      return { ...query, enabled: query.enabled && isAsking }
    }),
    combine: membersIn,
  })
}

const membersIn = (results: readonly UseQueryResult<PropertiesView>[]) =>
  results.map(({ data }) => data?.properties)

/** The same outside of components, as far as it is known already. */
export const knownInAccount = (
  queries: QueryClient,
  operation: Operation,
  connectionId: string | undefined,
): Operation => {
  const known = dynamicPaths(operation).flatMap(path => {
    const { queryKey } = queryOf(queries, operation.name, path, connectionId)
    const own = queries.getQueryData<PropertiesView>(queryKey)?.properties
    return own ? [[path, own] as const] : []
  })
  return withMembers(operation, Object.fromEntries(known))
}
