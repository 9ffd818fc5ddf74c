import { memo, useMemo, useState } from 'react'
import { Accordion, Box, Group, List, Stack, Table, Text } from '@mantine/core'
import type { ConnectionView, NodeJson, Problem, StepView } from '../../api/index.ts'
import { operationNamed, useComponent } from '../shared/component.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count, duration } from '../shared/format.ts'
import { Json } from '../shared/Json.tsx'
import { RunBadge } from '../shared/RunBadge.tsx'
import { outputsOf, resolvedInput } from './explainFailure.ts'
import { useRecordLinks } from './recordLinks.ts'
import { RequestTable } from './RequestTable.tsx'
import { Result } from './Result.tsx'

interface Props {
  readonly steps: readonly StepView[]
  /** The nodes that the steps belong to, for their labels and what they were given. */
  readonly nodes: readonly NodeJson[]
  /** The account that they ran in. */
  readonly connection: ConnectionView | undefined
}

/**
 * What each step was given, asked for and put out. Details are drawn once they are opened; where a
 * run has stopped they are open from the start.
 */
export const StepList = ({ steps, nodes, connection }: Props) => {
  const failed = steps.findLast(({ error }) => error !== undefined)?.name
  const [chosen, setChosen] = useState<string[]>()
  const opened = chosen ?? (failed === undefined ? [] : [failed])
  const nodeOf = (name: string) => nodes.find(node => node.name === name)
  return (
    <Accordion
      multiple
      variant="contained"
      chevronSize={16}
      order={3}
      value={opened}
      onChange={setChosen}
    >
      {steps.map(step => (
        <StepItem
          key={step.name}
          step={step}
          label={nodeOf(step.name)?.label}
          connection={connection}
          // Drawn again only where it is looked at.
          given={opened.includes(step.name) ? givenTo(step, nodeOf(step.name), steps) : undefined}
          isOpen={opened.includes(step.name)}
        />
      ))}
    </Accordion>
  )
}

/** A step that was refused for its input has none that was checked. */
const givenTo = (step: StepView, node: NodeJson | undefined, steps: readonly StepView[]) =>
  step.input ?? (step.error && node ? resolvedInput(node.parameters, outputsOf(steps)) : undefined)

interface ItemProps {
  readonly step: StepView
  readonly connection: ConnectionView | undefined
  readonly label: string | undefined
  readonly given: unknown
  readonly isOpen: boolean
}

const StepItem = memo(({ step, label, connection, given, isOpen }: ItemProps) => (
  <Accordion.Item value={step.name}>
    <Accordion.Control px="sm">
      <StepHead step={step} label={label} />
    </Accordion.Control>
    <Accordion.Panel>{isOpen && <StepDetails {...{ step, connection, given }} />}</Accordion.Panel>
  </Accordion.Item>
))

const originTexts = { pinned: 'pinned output', earlier: 'output of an earlier run' }

const StepHead = ({ step, label }: Pick<ItemProps, 'step' | 'label'>) => {
  const { name, operation, state, ms, tokenCost, origin } = step
  const { data: manifest } = useComponent()
  const title = manifest && operationNamed(manifest, operation)?.title
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" pr="xs">
      <Box miw={0}>
        <Text size="sm" fw={500} truncate dir="auto">
          {label || title || operation}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <span style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}>{name}</span>
          {origin && ` · ${originTexts[origin]}`}
          {state === 'done' && !origin && ` · ${duration(ms)} · ${count(tokenCost, 'token')}`}
        </Text>
      </Box>
      <RunBadge state={state} />
    </Group>
  )
}

const StepDetails = ({ step, connection, given }: Omit<ItemProps, 'label' | 'isOpen'>) => {
  const { output, warnings = [], error, requests } = step
  return (
    <Stack gap="sm">
      {error && !isOfField(error) && <ErrorNotice problem={error} />}
      {given !== undefined && <Json label="Input" value={given} />}
      {output !== undefined && <StepOutput step={step} connection={connection} />}
      {warnings.length > 0 && (
        <List size="sm">
          {warnings.map(({ path, expected, got }) => (
            <List.Item key={path}>
              <b>{path}</b>: expected {expected}, but Pipedrive sent {got}
            </List.Item>
          ))}
        </List>
      )}
      {step.origin ? (
        <Text size="sm" c="dimmed">
          {`Not run: ${originTexts[step.origin]}`}
        </Text>
      ) : requests.length === 0 ? (
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

/** What is wrong with a field is said above all steps. */
const isOfField = ({ path, problems }: Problem) => path !== undefined || problems !== undefined

/** As a table where it is a list: a run takes all rows. */
const StepOutput = ({ step, connection }: Pick<ItemProps, 'step' | 'connection'>) => {
  const { name, operation, output, origin } = step
  const { data: manifest } = useComponent()
  const links = useRecordLinks(operation, origin === 'pinned' ? undefined : connection)
  const source = useMemo(() => {
    const known = manifest && operationNamed(manifest, operation)
    if (!known) return undefined
    const schema = known.outputDefinition.outputResponse.outputSchema
    return { name, label: known.title, output, schema, tested: true, origin: 'test' as const }
  }, [manifest, name, operation, output])
  return source ? <Result source={source} links={links} /> : <Json label="Output" value={output} />
}
