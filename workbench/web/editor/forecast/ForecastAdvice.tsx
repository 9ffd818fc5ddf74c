import { Button, Group, Stack, Text } from '@mantine/core'
import type { Advice } from '../../../api/index.ts'
import { count } from '../../shared/format.ts'

interface Props {
  readonly advice: readonly Advice[]
  readonly labelOf: (name: string) => string
  readonly onOpen: (step: string) => void
}

/** What to do about a step, in one sentence. */
const sentence = ({ kind, other = '' }: Advice, labelOf: Props['labelOf']): string => {
  switch (kind) {
    case 'unused':
      return 'No later step uses its output. Remove it.'
    case 'repeated':
      return `It reads the same as “${labelOf(other)}”. Use the output of that step.`
    case 'in-event':
      return `All that later steps take from it is in the event too. Take it from “${labelOf(other)}”, and remove this step.`
    case 'unlimited':
      return 'It reads every page of the list for each event. Set Limit, or filter the list.'
  }
}

/** Ways to spend less that apply to this workflow. */
export const ForecastAdvice = ({ advice, labelOf, onOpen }: Props) => (
  <Stack gap="xs" role="list" aria-label="What would make it cheaper">
    {advice.map(one => (
      <Group
        key={one.step + one.kind}
        role="listitem"
        justify="space-between"
        wrap="nowrap"
        align="flex-start"
      >
        <Text size="sm">
          <b>{labelOf(one.step)}</b>: {sentence(one, labelOf)}
          {one.saves !== undefined && ` This saves ${count(one.saves, 'token')} per event.`}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          style={{ flex: 'none' }}
          aria-label={`Open ${labelOf(one.step)}`}
          onClick={() => onOpen(one.step)}
        >
          Open
        </Button>
      </Group>
    ))}
  </Stack>
)
