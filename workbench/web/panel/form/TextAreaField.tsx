import { Textarea } from '@mantine/core'
import { acceptsReferences } from '../data/insertTarget.ts'
import { InlineField } from './LeafField.tsx'
import { useControl, type FormField } from './useControl.ts'

/** Text of several lines, in which references may stand as well. */
export const TextAreaField = (props: FormField) => {
  const control = useControl(props)
  const { value, change } = control
  return (
    <InlineField control={control}>
      {input => (
        <Textarea
          {...input}
          {...acceptsReferences}
          autosize
          minRows={3}
          maxRows={12}
          value={
            typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
          }
          onChange={event => change(event.currentTarget.value)}
        />
      )}
    </InlineField>
  )
}
