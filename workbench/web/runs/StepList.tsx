import { Accordion, Group, List, Stack, Text } from '@mantine/core'
import type { StepView } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count, duration } from '../shared/format.ts'
import { Json } from '../shared/Json.tsx'
import { RunBadge } from '../shared/RunBadge.tsx'
import { RequestTable } from './RequestTable.tsx'

/** What each step was given, asked for and put out. */
export const StepList = ({ steps }: { steps: readonly StepView[] }) => (
  <Accordion multiple variant="separated" chevronSize={16}>
    {steps.map(step => (
      <Accordion.Item key={step.name} value={step.name}>
        <Accordion.Control>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text component="span" size="sm" fw={500} truncate>
              {step.name}
            </Text>
            <Group gap="xs" wrap="nowrap">
              {step.state === 'done' && (
                <Text component="span" size="xs" c="dimmed">
                  {duration(step.ms)} · {count(step.tokens, 'token')}
                </Text>
              )}
              <RunBadge state={step.state} />
            </Group>
          </Group>
        </Accordion.Control>
        <Accordion.Panel>
          <StepDetails step={step} />
        </Accordion.Panel>
      </Accordion.Item>
    ))}
  </Accordion>
)

const StepDetails = ({ step }: { step: StepView }) => {
  const { input, output, warnings = [], error, requests } = step
  return (
    <Stack gap="sm">
      {error && <ErrorNotice problem={error} />}
      {input !== undefined && <Json label="Input" value={input} />}
      {output !== undefined && <Json label="Output" value={output} />}
      {warnings.length > 0 && (
        <List size="sm">
          {warnings.map(({ path, expected, got }) => (
            <List.Item key={path}>
              <b>{path}</b> should be {expected}, but Pipedrive sent {got}.
            </List.Item>
          ))}
        </List>
      )}
      <RequestTable requests={requests} />
    </Stack>
  )
}
