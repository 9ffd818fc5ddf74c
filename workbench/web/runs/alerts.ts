import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AlertSettings, AlertsView, AlertTest } from '../../api/index.ts'
import { call } from '../shared/http.ts'

export const useSaveAlerts = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (settings: AlertSettings) => call<AlertsView>('PUT', '/api/alerts', settings),
    onSuccess: view => queries.setQueryData<AlertsView>(['alerts'], view),
  })
}

/** A test that has arrived ends the notice of the last failure. */
export const useTestAlerts = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call<AlertTest>('POST', '/api/alerts/test'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  })
}
