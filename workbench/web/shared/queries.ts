import { useQuery } from '@tanstack/react-query'
import type { AlertsView, AttentionView, ConnectionView, WorkflowSummary } from '../../api/index.ts'
import { call, session } from './http.ts'

export const useConnections = () =>
  useQuery({
    queryKey: ['connections'],
    queryFn: () => call<readonly ConnectionView[]>('GET', '/api/connections'),
  })

export const useWorkflows = () =>
  useQuery({
    queryKey: ['workflows'],
    queryFn: () => call<readonly WorkflowSummary[]>('GET', '/api/workflows'),
  })

/** Runs of events that have stopped and need attention. */
export const useAttention = () =>
  useQuery({
    queryKey: ['attention'],
    queryFn: () => call<AttentionView>('GET', '/api/runs/attention'),
  })

/** Recipients of alerts, and whether the last delivery failed. */
export const useAlerts = () =>
  useQuery({ queryKey: ['alerts'], queryFn: () => call<AlertsView>('GET', '/api/alerts') })

export const useSession = () =>
  useQuery({ queryKey: ['session'], queryFn: session, staleTime: Infinity })
