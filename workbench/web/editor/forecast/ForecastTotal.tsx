import { useState } from 'react'
import { Anchor, Group, NumberInput, Progress, Stack, Text } from '@mantine/core'
import type { ConnectionView, ForecastView } from '../../../api/index.ts'
import { planName } from '../../shared/budget/budget.ts'
import { PlanForm } from '../../shared/budget/PlanForm.tsx'
import { count } from '../../shared/format.ts'
import { Notice } from '../../shared/Notice.tsx'
import { maxEvents, tokensOfDay, useExpectedEvents } from './useForecast.ts'

interface Props {
  readonly workflowId: string
  readonly forecast: ForecastView
  readonly connection: ConnectionView | undefined
}

/** What the events of a day take of the account's budget. */
export const ForecastTotal = ({ workflowId, forecast, connection }: Props) => {
  const [expected, setExpected] = useExpectedEvents(workflowId)
  const events = expected ?? forecast.eventsPerDay
  return (
    <Stack gap="sm">
      <NumberInput
        label="Events a day"
        description={
          forecast.eventsPerDay === null
            ? 'No events have come yet. How many do you expect?'
            : `${count(forecast.eventsPerDay, 'event')} a day came in the last week.`
        }
        placeholder="For example 100"
        value={events ?? ''}
        onChange={value => setExpected(typeof value === 'number' ? value : null)}
        min={0}
        max={10_000_000}
        allowDecimal={false}
        thousandSeparator=","
        w={320}
      />
      {events !== null && <DayText forecast={forecast} events={events} connection={connection} />}
      {connection && <Plan connection={connection} />}
    </Stack>
  )
}

const percent = (part: number, whole: number) => (100 * part) / whole
const shown = (share: number) =>
  share > 0 && share < 0.1 ? 'less than 0.1 %' : `${share.toFixed(share < 10 ? 1 : 0)} %`

interface DayProps extends Pick<Props, 'forecast' | 'connection'> {
  readonly events: number
}

const DayText = ({ forecast, events, connection }: DayProps) => {
  const perDay = tokensOfDay(forecast, events)
  const plan = connection?.plan
  const tokens = <b>{count(perDay, 'token')} a day</b>
  if (!plan) return <Text size="sm">This workflow takes about {tokens}.</Text>
  const share = percent(perDay, plan.tokensPerDay)
  const used = percent(forecast.usedToday, plan.tokensPerDay)
  const most = maxEvents(forecast, plan)
  const color = share > 100 ? 'red' : share > 50 ? 'orange' : 'green'
  return (
    <Stack gap={6}>
      <Text size="sm">
        This workflow takes about {tokens}, <b>{shown(share)}</b> of the{' '}
        {plan.tokensPerDay.toLocaleString()} tokens of the account.
      </Text>
      <Progress.Root size="lg" aria-label="Daily token budget">
        <Progress.Section value={Math.min(100, share)} color={color} aria-label="This workflow" />
      </Progress.Root>
      <Text size="xs" c="dimmed">
        {most !== undefined && `The budget is enough for ${count(most, 'event')} a day. `}
        {`${count(forecast.usedToday, 'token')} (${shown(used)}) used today through this connection; other apps of the account take from the same budget.`}
      </Text>
      {share > 100 && (
        <Notice kind="error" p="xs" role="status">
          The budget would be used up before the end of the day, and Pipedrive would refuse all
          requests of the account until the next.
        </Notice>
      )}
    </Stack>
  )
}

const Plan = ({ connection }: { connection: ConnectionView }) => {
  const [isEditing, setEditing] = useState(false)
  const { plan } = connection
  if (!plan || isEditing)
    return <PlanForm connection={connection} onDone={() => setEditing(false)} />
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {planName(plan)}
      </Text>
      <Anchor component="button" type="button" size="xs" onClick={() => setEditing(true)}>
        Change
      </Anchor>
    </Group>
  )
}
