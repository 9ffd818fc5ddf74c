import { Box, Stack, Text, Tooltip } from '@mantine/core'
import type { ConnectionView } from '../../api/index.ts'
import { BudgetUse } from './BudgetUse.tsx'
import { dayName, daysShown, everyDay, sentence, tokensIn, type Day } from './usage.ts'

const [barWidth, gap, height] = [5, 2, 36]
const width = daysShown * (barWidth + gap) - gap

interface Props {
  readonly connection: ConnectionView
  /** Of the busiest day of all connections, so that their bars can be compared. */
  readonly maxTokens: number
}

/** What the connection has used of the account's daily token budget. */
export const UsageChart = ({ connection, maxTokens }: Props) => {
  const days = everyDay(connection.usage, Date.now())
  return (
    <Stack gap={4} w={width}>
      <Bars days={days} maxTokens={maxTokens} />
      <Text size="xs" c="dimmed">
        {tokensIn(days).toLocaleString()} in {daysShown} days
      </Text>
      <BudgetUse connection={connection} today={days.at(-1)?.tokenCost ?? 0} />
    </Stack>
  )
}

const Bars = ({ days, maxTokens }: { days: readonly Day[] } & Pick<Props, 'maxTokens'>) => {
  const busiest = days.reduce((a, b) => (b.tokenCost > a.tokenCost ? b : a))
  const summary =
    busiest.tokenCost === 0
      ? `No tokens used in the last ${daysShown} days`
      : `Tokens used per day in the last ${daysShown} days, most on ${sentence(busiest)}`
  return (
    <svg role="img" aria-label={summary} width={width} height={height}>
      {days.map((day, index) => {
        const share = maxTokens === 0 ? 0 : day.tokenCost / maxTokens
        const bar = day.tokenCost === 0 ? 1 : Math.max(3, share * height)
        const x = index * (barWidth + gap)
        return (
          <Tooltip
            key={day.day}
            label={day.tokenCost === 0 ? `${dayName(day)}: none` : sentence(day)}
          >
            <g data-day={day.day}>
              <rect x={x} y={0} width={barWidth + gap} height={height} fill="transparent" />
              <Box
                component="rect"
                x={x}
                y={height - bar}
                width={barWidth}
                height={bar}
                rx={1}
                fill={day.tokenCost === 0 ? 'var(--app-line)' : 'var(--mantine-color-green-text)'}
              />
            </g>
          </Tooltip>
        )
      })}
    </svg>
  )
}
