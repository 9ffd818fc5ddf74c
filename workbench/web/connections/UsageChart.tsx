import { Box, Group, Stack, Text, Tooltip } from '@mantine/core'
import type { ConnectionView } from '../../api/index.ts'
import { count } from '../shared/format.ts'
import { dayName, daysShown, everyDay, sentence, tokensIn, type Day } from './usage.ts'

const [barWidth, gap, height] = [5, 2, 36]
const width = daysShown * (barWidth + gap) - gap

/** What the connection has used of the account's daily token budget. */
export const UsageChart = ({ usage }: Pick<ConnectionView, 'usage'>) => {
  const days = everyDay(usage, Date.now())
  const today = days.at(-1)?.tokenCost ?? 0
  const month = tokensIn(days)
  return (
    <Stack gap={4} w={width}>
      <Bars days={days} />
      <Tooltip label="Pipedrive gives each account a daily budget of API tokens, which all its apps share. Days start at 00:00 UTC.">
        <Group justify="space-between" wrap="nowrap" gap={4}>
          <Text size="xs" fw={600}>
            {count(today, 'token')} today
          </Text>
          <Text size="xs" c="dimmed">
            {month.toLocaleString()} in {daysShown} days
          </Text>
        </Group>
      </Tooltip>
    </Stack>
  )
}

const Bars = ({ days }: { days: readonly Day[] }) => {
  const busiest = days.reduce((a, b) => (b.tokenCost > a.tokenCost ? b : a))
  const summary =
    busiest.tokenCost === 0
      ? `No tokens used in the last ${daysShown} days`
      : `Tokens used per day in the last ${daysShown} days, most on ${sentence(busiest)}`
  return (
    <svg role="img" aria-label={summary} width={width} height={height}>
      {days.map((day, index) => {
        const share = busiest.tokenCost === 0 ? 0 : day.tokenCost / busiest.tokenCost
        const bar = day.tokenCost === 0 ? 1 : Math.max(3, share * height)
        return (
          <Box
            component="rect"
            key={day.day}
            x={index * (barWidth + gap)}
            y={height - bar}
            width={barWidth}
            height={bar}
            rx={1}
            fill={day.tokenCost === 0 ? 'var(--app-line)' : 'var(--mantine-color-green-text)'}
          >
            <title>{day.tokenCost === 0 ? `${dayName(day)}: none` : sentence(day)}</title>
          </Box>
        )
      })}
    </svg>
  )
}
