import { useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useExpressionMode } from './expressionMode.ts'
import { FieldSwitches } from './FieldSwitches.tsx'
import { JsonInput } from './JsonInput.tsx'
import { KeyValueRows } from './KeyValueRows.tsx'
import { ReferenceField } from './ReferenceField.tsx'
import { Section } from './Section.tsx'
import { useControl, type FormField } from './useControl.ts'
import { useInvalidDraft } from './useInvalidDraft.ts'

const ways = [
  { label: 'Fields', value: 'fields' },
  { label: 'JSON', value: 'json' },
]

/** An object whose keys only the user knows: by rows of key and value, or as JSON. */
export const RecordField = (props: FormField) => {
  const control = useControl(props)
  const mode = useExpressionMode(control)
  const { draft } = useInvalidDraft(control.path)
  const [way, setWay] = useState(draft?.kind === 'json' ? 'json' : 'fields')
  if (mode.isOn) return <ReferenceField control={control} mode={mode} />
  const errors = Object.entries(props.errorSchema ?? {}).flatMap(([key, inner]) =>
    messagesIn(inner).map(message => `${key}: ${message}`),
  )
  return (
    <Section
      control={{ ...control, errors: [...control.errors, ...errors] }}
      switches={<FieldSwitches control={control} mode={mode} />}
    >
      <SegmentedControl
        size="xs"
        mb="xs"
        data={ways}
        value={way}
        onChange={setWay}
        disabled={draft !== undefined}
        aria-label={`Input mode of ${control.label}`}
      />
      {way === 'json' ? <JsonInput control={control} /> : <KeyValueRows control={control} />}
    </Section>
  )
}

const messagesIn = (errors: unknown): readonly string[] => {
  const own: unknown = Reflect.get(Object(errors), '__errors')
  return Array.isArray(own) ? own.map(String) : []
}
