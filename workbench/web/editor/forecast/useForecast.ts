import { useQuery } from '@tanstack/react-query'
import { useLocalStorage } from '@mantine/hooks'
import type { ForecastView, PlanView } from '../../../api/index.ts'
import { call } from '../../shared/http.ts'
import { useConnections } from '../../shared/queries.ts'
import { saveNow } from '../../workflow/autosave.ts'
import { selectConnectionId } from '../../workflow/selectors.ts'
import { useEditor } from '../../workflow/store.ts'

/** Of the workflow as it is now: what has not been saved is, first. */
export const useForecast = (workflowId: string) =>
  useQuery({
    queryKey: ['forecast', workflowId],
    queryFn: async () => {
      await saveNow()
      return call<ForecastView>('GET', `/api/workflows/${workflowId}/forecast`)
    },
    staleTime: 0,
    gcTime: 0,
  })

/** The account whose budget it is. */
export const useForecastConnection = () => {
  const { data: connections } = useConnections()
  const id = useEditor(selectConnectionId)
  return connections?.find(connection => connection.id === id)
}

/** What the user expects where no events have come yet; kept in this browser. */
export const useExpectedEvents = (workflowId: string) =>
  useLocalStorage<number | null>({
    key: `events-per-day:${workflowId}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })

/** Tokens of a day with this number of events. */
export const tokensOfDay = (
  { tokensPerEvent, shared }: Pick<ForecastView, 'tokensPerEvent' | 'shared'>,
  events: number,
): number =>
  shared.reduce(
    (sum, { tokenCost, maxPerDay }) => sum + tokenCost * Math.min(events, maxPerDay),
    tokensPerEvent * events,
  )

/** How many events a day's budget is enough for; undefined where they cost nothing. */
export const maxEvents = (
  forecast: Pick<ForecastView, 'tokensPerEvent' | 'shared'>,
  { tokensPerDay }: Pick<PlanView, 'tokensPerDay'>,
): number | undefined => {
  if (tokensOfDay(forecast, 1) === 0) return undefined
  let [enough, tooMany] = [0, tokensPerDay + 1]
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2)
    if (tokensOfDay(forecast, middle) <= tokensPerDay) enough = middle
    else tooMany = middle
  }
  return enough
}
