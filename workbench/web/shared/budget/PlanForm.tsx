import { useState } from 'react'
import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import type { ConnectionView } from '../../../api/index.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { problemOf } from '../nextStep.ts'
import { useBudget, useSetPlan } from './budget.ts'

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'plan'>
  readonly onDone?: () => void
}

/** The daily budget follows from the plan and its seats, which are chosen once. */
export const PlanForm = ({ connection, onDone }: Props) => {
  const { data: budget } = useBudget()
  const save = useSetPlan(connection)
  const [plan, setPlan] = useState(connection.plan?.name ?? null)
  const [seats, setSeats] = useState<string | number>(connection.plan?.seats ?? 1)
  const perSeat = budget?.plans.find(({ name }) => name === plan)?.tokensPerSeat
  const isComplete = perSeat !== undefined && typeof seats === 'number' && seats >= 1
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end">
        <Select
          label="Plan"
          placeholder="Choose"
          data={budget?.plans.map(({ name, title }) => ({ value: name, label: title })) ?? []}
          value={plan}
          onChange={setPlan}
          // Inside of it, as a click elsewhere closes the popover that this may stand in.
          comboboxProps={{ withinPortal: false }}
          allowDeselect={false}
          size="xs"
          w={130}
        />
        <NumberInput
          label="Seats"
          value={seats}
          onChange={setSeats}
          min={1}
          max={100_000}
          allowDecimal={false}
          size="xs"
          w={90}
        />
        <Button
          size="xs"
          disabled={!isComplete}
          loading={save.isPending}
          onClick={() => {
            if (plan !== null && typeof seats === 'number')
              save.mutate({ plan, seats }, onDone && { onSuccess: onDone })
          }}
        >
          Save
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {isComplete
          ? `${(perSeat * seats).toLocaleString()} tokens a day`
          : 'Pipedrive shows the plan and its seats under Settings → Billing.'}
      </Text>
      {save.error && <ErrorNotice problem={problemOf(save.error)} />}
    </Stack>
  )
}
