import { TextInput } from '@mantine/core'
import { inputTypes, fromInputValue, dateTimeType, toInputValue } from './dateTime.ts'
import { LeafField } from './LeafField.tsx'
import { useControl, type FormField } from './useControl.ts'

/** A date, a time, or both, by the browser's own input. */
export const DateTimeField = (props: FormField) => {
  const control = useControl(props)
  const { value, change, property } = control
  const type = dateTimeType(property)
  const shown = toInputValue(type, value)
  return (
    <LeafField control={control}>
      {input =>
        shown === undefined ? (
          <TextInput
            {...input}
            value={String(value)}
            onChange={event => change(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            {...input}
            type={inputTypes[type]}
            {...(type !== 'DATE' && { step: 1 })}
            value={shown}
            onChange={event => change(fromInputValue(type, event.currentTarget.value))}
          />
        )
      }
    </LeafField>
  )
}
