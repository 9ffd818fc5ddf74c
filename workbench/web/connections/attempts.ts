import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import type { OAuthAttempt } from '../../api/index.ts'
import { call } from '../shared/http.ts'

const path = (id: string) => `/api/connections/oauth/${encodeURIComponent(id)}`
const pollIntervalMs = 1_000

/**
 * The address of the page names the attempt to connect: the tab where it was begun waits for it,
 * and the tab that Pipedrive sends back shows the same.
 */
export const useAttemptId = () => {
  const [search, setSearch] = useSearchParams()
  return {
    attemptId: search.get('attempt'),
    show: ({ id }: OAuthAttempt) => setSearch({ attempt: id }),
    dismiss: () => setSearch({}, { replace: true }),
  }
}

/** Opens Pipedrive's page; it must not get hold of this one. */
export const openAuthorization = ({ authorizationUrl }: OAuthAttempt): void => {
  window.open(authorizationUrl, '_blank', 'noopener')
}

export const useAttempt = (id: string) => {
  const queries = useQueryClient()
  const attempt = useQuery({
    queryKey: ['attempt', id],
    queryFn: () => call<OAuthAttempt>('GET', path(id)),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? pollIntervalMs : false),
    refetchIntervalInBackground: true,
  })
  const state = attempt.data?.state
  useEffect(() => {
    if (state === 'connected') void queries.invalidateQueries({ queryKey: ['connections'] })
  }, [queries, state])
  return attempt
}

export const useCancelAttempt = (id: string, onDone: () => void) =>
  useMutation({ mutationFn: () => call<void>('DELETE', path(id)), onSuccess: onDone })
