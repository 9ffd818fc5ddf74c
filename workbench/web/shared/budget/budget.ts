import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BudgetView, ConnectionView, PlanView } from '../../../api/index.ts'
import { count } from '../format.ts'
import { call } from '../http.ts'

export const useBudget = () =>
  useQuery({
    queryKey: ['budget'],
    queryFn: () => call<BudgetView>('GET', '/api/budget'),
    staleTime: Infinity,
  })

export const useSetPlan = ({ id }: Pick<ConnectionView, 'id'>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: { readonly plan: string; readonly seats: number }) =>
      call<ConnectionView>('PUT', `/api/connections/${encodeURIComponent(id)}/plan`, chosen),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['connections'] }),
  })
}

/** "Growth, 5 seats" */
export const planName = ({ title, seats }: PlanView): string => `${title}, ${count(seats, 'seat')}`
