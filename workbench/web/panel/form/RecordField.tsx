import { useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import { ExpressionSwitch, useExpressionMode } from './ExpressionSwitch.tsx'
import { JsonInput } from './JsonInput.tsx'
import { KeyValueRows } from './KeyValueRows.tsx'
import { LeafField } from './LeafField.tsx'
import { Section } from './Section.tsx'
import { useControl, type FormField } from './useControl.ts'

const ways = [
  { label: 'Fields', value: 'fields' },
  { label: 'JSON', value: 'json' },
]

/** An object whose keys only the user knows: by rows of key and value, or as JSON. */
export const RecordField = (props: FormField) => {
  const control = useControl(props)
  const mode = useExpressionMode(control)
  const [way, setWay] = useState('fields')
  if (mode.isOn) return <LeafField control={control}>{() => null}</LeafField>
  const errors = Object.entries(props.errorSchema ?? {}).flatMap(([key, inner]) =>
    messagesIn(inner).map(message => `${key}: ${message}`),
  )
  return (
    <Section
      control={{ ...control, errors: [...control.errors, ...errors] }}
      switches={<ExpressionSwitch label={control.label} mode={mode} />}
    >
      <SegmentedControl
        size="xs"
        mb="xs"
        data={ways}
        value={way}
        onChange={setWay}
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
