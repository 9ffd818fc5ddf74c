import { memo, useMemo, useState } from 'react'
import { Accordion, Box, Group, List, Stack, Table, Text } from '@mantine/core'
import type { StepView } from '../../api/index.ts'
import { operationNamed, useComponent } from '../shared/component.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count, duration } from '../shared/format.ts'
import { Json } from '../shared/Json.tsx'
import { RunBadge } from '../shared/RunBadge.tsx'
import { RequestTable } from './RequestTable.tsx'
import { Result } from './Result.tsx'

/** What each step was given, asked for and put out. Details are drawn once they are opened. */
export const StepList = ({ steps }: { steps: readonly StepView[] }) => {
  const [opened, setOpened] = useState<string[]>([])
  return (
    <Accordion
      multiple
      variant="contained"
      chevronSize={16}
      order={3}
      value={opened}
      onChange={setOpened}
    >
      {steps.map(step => (
        <StepItem key={step.name} step={step} isOpen={opened.includes(step.name)} />
      ))}
    </Accordion>
  )
}

const StepItem = memo(({ step, isOpen }: { step: StepView; isOpen: boolean }) => (
  <Accordion.Item value={step.name}>
    <Accordion.Control px="sm">
      <StepHead step={step} />
    </Accordion.Control>
    <Accordion.Panel>{isOpen && <StepDetails step={step} />}</Accordion.Panel>
  </Accordion.Item>
))

const StepHead = ({ step: { name, operation, state, ms, tokens } }: { step: StepView }) => {
  const { data: manifest } = useComponent()
  const title = manifest && operationNamed(manifest, operation)?.title
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" pr="xs">
      <Box miw={0}>
        <Text size="sm" fw={500} truncate>
          {title ?? operation}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <span style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}>{name}</span>
          {state === 'done' && ` · ${duration(ms)} · ${count(tokens, 'token')}`}
        </Text>
      </Box>
      <RunBadge state={state} />
    </Group>
  )
}

const StepDetails = ({ step }: { step: StepView }) => {
  const { input, output, warnings = [], error, requests } = step
  return (
    <Stack gap="sm">
      {error && <ErrorNotice problem={error} />}
      {input !== undefined && <Json label="Input" value={input} />}
      {output !== undefined && <StepOutput step={step} />}
      {warnings.length > 0 && (
        <List size="sm">
          {warnings.map(({ path, expected, got }) => (
            <List.Item key={path}>
              <b>{path}</b>: expected {expected}, but Pipedrive sent {got}
            </List.Item>
          ))}
        </List>
      )}
      {requests.length === 0 ? (
        <Text size="sm" c="dimmed">
          No requests sent
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={300}>
          <RequestTable requests={requests} />
        </Table.ScrollContainer>
      )}
    </Stack>
  )
}

/** As a table where it is a list: a run takes all rows. */
const StepOutput = ({ step: { name, operation, output } }: { step: StepView }) => {
  const { data: manifest } = useComponent()
  const source = useMemo(() => {
    const known = manifest && operationNamed(manifest, operation)
    if (!known) return undefined
    const schema = known.outputDefinition.outputResponse.outputSchema
    return { name, label: known.title, output, schema, tested: true }
  }, [manifest, name, operation, output])
  return source ? <Result source={source} /> : <Json label="Output" value={output} />
}
