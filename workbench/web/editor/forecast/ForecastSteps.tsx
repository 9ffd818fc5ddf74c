import { Fragment, useState } from 'react'
import { Anchor, Table, Text } from '@mantine/core'
import type { ForecastView, StepForecast } from '../../../api/index.ts'
import { count } from '../../shared/format.ts'

interface Props {
  readonly forecast: ForecastView
  readonly labelOf: (name: string) => string
}

const basis = ({ runs, isList, calls }: StepForecast): string => {
  if (runs > 0) return `average of ${count(runs, 'run')}`
  if (isList) return 'for one page of rows'
  return calls.some(({ when }) => when === 'linked') ? 'with linked records' : 'by its definition'
}

const whens = {
  always: '',
  linked: ' where the record has such a link',
  rows: ' for each page of rows',
}

/** What each step costs, and why. */
export const ForecastSteps = ({ forecast, labelOf }: Props) => {
  const [open, setOpen] = useState<string>()
  const { steps, tokensPerEvent, shared } = forecast
  return (
    <Table fz="sm" verticalSpacing={6} aria-label="Tokens of each step">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Step</Table.Th>
          <Table.Th ta="right">Tokens per event</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map(step => (
          <Fragment key={step.name}>
            <Table.Tr>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  aria-expanded={open === step.name}
                  onClick={() => setOpen(open === step.name ? undefined : step.name)}
                >
                  {labelOf(step.name)}
                </Anchor>{' '}
                <Text component="span" size="xs" c="dimmed">
                  {basis(step)}
                </Text>
                {open === step.name && <Calls step={step} />}
              </Table.Td>
              <Table.Td ta="right" style={{ verticalAlign: 'top' }}>
                {step.tokenCost.toLocaleString()}
              </Table.Td>
            </Table.Tr>
          </Fragment>
        ))}
        <Table.Tr>
          <Table.Td fw={600}>Each event</Table.Td>
          <Table.Td ta="right" fw={600}>
            {tokensPerEvent.toLocaleString()}
          </Table.Td>
        </Table.Tr>
        {shared.map(({ call, tokenCost, maxPerDay }) => (
          <Table.Tr key={call}>
            <Table.Td>
              {call}{' '}
              <Text component="span" size="xs" c="dimmed">
                shared by all runs, at most {maxPerDay.toLocaleString()} times a day
              </Text>
            </Table.Td>
            <Table.Td ta="right">{tokenCost.toLocaleString()}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const Calls = ({ step }: { step: StepForecast }) => (
  <ul style={{ margin: '4px 0 0', paddingInlineStart: 18 }}>
    {step.calls.map(({ call, tokenCost, when }) => (
      <li key={call}>
        <Text size="xs">
          {call}: {count(tokenCost, 'token')}
          {whens[when]}
        </Text>
      </li>
    ))}
  </ul>
)
