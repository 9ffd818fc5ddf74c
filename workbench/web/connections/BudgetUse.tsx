import { useState } from 'react'
import { Anchor, Group, Popover, Progress, Text } from '@mantine/core'
import type { ConnectionView } from '../../api/index.ts'
import { planName } from '../shared/budget/budget.ts'
import { PlanForm } from '../shared/budget/PlanForm.tsx'
import { TokenHelp } from '../shared/budget/TokenHelp.tsx'
import { count } from '../shared/format.ts'

interface Props {
  readonly connection: ConnectionView
  readonly today: number
}

/** Today's use against the budget of the account. */
export const BudgetUse = ({ connection, today }: Props) => {
  const { plan } = connection
  const [isOpen, setOpen] = useState(false)
  const share = plan ? (100 * today) / plan.tokensPerDay : 0
  return (
    <div>
      <Group gap={4} wrap="nowrap">
        <Text size="xs" fw={600}>
          {count(today, 'token')} today{plan && ` of ${plan.tokensPerDay.toLocaleString()}`}
        </Text>
        <TokenHelp />
      </Group>
      {plan && (
        <Progress
          size="sm"
          value={share}
          color={share > 75 ? 'orange' : 'green'}
          aria-label={`Used of the daily budget: ${share.toFixed(share < 10 ? 1 : 0)} %`}
        />
      )}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus>
        <Popover.Target>
          <Anchor
            component="button"
            type="button"
            size="xs"
            underline="always"
            onClick={() => setOpen(!isOpen)}
          >
            {plan ? planName(plan) : 'Choose the account’s plan'}
          </Anchor>
        </Popover.Target>
        <Popover.Dropdown>
          <PlanForm connection={connection} onDone={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
