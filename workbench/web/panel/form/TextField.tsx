import { useState } from 'react'
import { InlineField } from './LeafField.tsx'
import { numberFromText } from '../../../../engine/index.ts'
import { ReferenceInput } from './ReferenceInput.tsx'
import { useControl, type FormField } from './useControl.ts'

/** Text, in which references may stand as well. */
export const TextField = (props: FormField) => {
  const control = useControl(props)
  const { value, change } = control
  return (
    <InlineField control={control}>
      {input => (
        <ReferenceInput
          {...input}
          value={typeof value === 'string' ? value : asText(value)}
          onChange={event => change(event.currentTarget.value)}
        />
      )}
    </InlineField>
  )
}

/** A number, or a reference; what is neither stays as it was typed, for the rules to name. */
export const NumberField = (props: FormField) => {
  const control = useControl(props)
  const { value, change } = control
  const [typed, setTyped] = useState(asText(value))
  // `1.` and `1.0` are on the way to a number and must not be replaced while typing.
  const text = numberFromText(typed) === (value ?? '') ? typed : asText(value)
  return (
    <InlineField control={control}>
      {input => (
        <ReferenceInput
          {...input}
          inputMode="decimal"
          value={text}
          onChange={event => {
            const { value } = event.currentTarget
            setTyped(value)
            change(value === '' ? undefined : numberFromText(value))
          }}
        />
      )}
    </InlineField>
  )
}

const asText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
