import { useInterval } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ConnectionTest, ConnectionView, OAuthAttempt, Session } from '../../api/index.ts'
import { call, session } from '../shared/http.ts'

const path = (id: string, rest = '') => `/api/connections/${encodeURIComponent(id)}${rest}`

export const useSession = () =>
  useQuery<Session>({ queryKey: ['session'], queryFn: session, staleTime: Infinity })

const usageIntervalMs = 2_000

/** Usage is stored every second without an event, so it is polled. */
export const useFreshUsage = () => {
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: ['connections'] })
  useInterval(refresh, usageIntervalMs, { autoInvoke: true })
}

/** A change of the connections; the list is read again after it, also where it has failed. */
const useChange = <Given, Answer>(change: (given: Given) => Promise<Answer>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['connections'] }),
  })
}

export const useSandboxConnection = () =>
  useChange(() => call<ConnectionView>('POST', '/api/connections/sandbox'))

export const useTest = ({ id }: ConnectionView) =>
  useChange(() => call<ConnectionTest>('POST', path(id, '/test')))

export const useRename = ({ id }: ConnectionView) =>
  useChange((name: string) => call<ConnectionView>('PATCH', path(id), { name }))

export const useDisconnect = ({ id }: ConnectionView) =>
  useChange(() => call<void>('DELETE', path(id)))

/** Connects the sandbox at once; other accounts need approval on Pipedrive's page. */
export const useReconnect = (
  { id, sandbox }: ConnectionView,
  onBegun: (attempt: OAuthAttempt) => void,
) => {
  const own = useSandboxConnection()
  const account = useChange(() => call<OAuthAttempt>('POST', path(id, '/reconnect')))
  return {
    isPending: own.isPending || account.isPending,
    error: own.error ?? account.error,
    start: () => (sandbox ? own.mutate() : account.mutate(undefined, { onSuccess: onBegun })),
  }
}
