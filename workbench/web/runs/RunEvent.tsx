import { useMemo, useState } from 'react'
import { Group, Switch, Text, Title } from '@mantine/core'
import { isRecord, member } from '../../../definitions/index.ts'
import type { RunView } from '../../api/index.ts'
import { ValueLine } from '../output/ValueLine.tsx'
import { valueTreeOf } from '../output/values.ts'
import { ValueTree } from '../output/ValueTree.tsx'
import { operationOf, useComponent } from '../shared/component.ts'
import { time } from '../shared/format.ts'
import { Json } from '../shared/Json.tsx'

/** The record that a run began with, by its fields; all that was received is behind a switch. */
export const RunEvent = ({ run: { event, kind, nodes } }: { run: RunView }) => {
  const { data: manifest } = useComponent()
  const [isRaw, setRaw] = useState(false)
  const trigger = nodes[0]
  const fields = useMemo(() => {
    // A delivery has the record in `data`; a run by hand begins with the record itself.
    const record = kind === 'event' ? member(event, 'data') : event
    const operation = manifest && trigger && operationOf(manifest, trigger.type)
    if (!operation || 'metadata' in operation || !isRecord(record)) return undefined
    const schema = operation.outputDefinition.outputResponse.outputSchema
    const { name, label } = trigger
    const source = { name, label, output: record, schema, tested: true, origin: 'test' } as const
    return valueTreeOf(source, maxItems).children.filter(({ value }) => value !== undefined)
  }, [event, kind, manifest, trigger])
  const occurredAt = kind === 'event' ? Date.parse(String(member(event, 'occurredAt'))) : NaN
  return (
    <section aria-label="Event">
      <Group justify="space-between" mb={4}>
        <Title order={3} size="sm" fw={600}>
          Event
        </Title>
        {fields && (
          <Switch
            size="xs"
            label="As received"
            checked={isRaw}
            onChange={({ currentTarget }) => setRaw(currentTarget.checked)}
          />
        )}
      </Group>
      {!Number.isNaN(occurredAt) && (
        <Text size="xs" c="dimmed">{`Happened at ${time(occurredAt)}`}</Text>
      )}
      {fields && !isRaw ? (
        <ValueTree label="Event" nodes={fields} draw={node => <ValueLine node={node} />} />
      ) : (
        <Json label="As received" value={event} />
      )}
    </section>
  )
}

const maxItems = 100
