import { isRecord, member } from '../../../../definitions/index.ts'
import { Textarea, TextInput } from '@mantine/core'
import { isExpression } from '../../validation/expression.ts'
import { fromInputValue, toInputValue } from './dateTime.ts'
import { LeafField } from './LeafField.tsx'
import { useControl, type Control, type FormField } from './useControl.ts'

/** A group with one member that people fill in, such as an address: drawn as that member alone. */
export const SingleField = (props: FormField) => {
  const group = useControl(props)
  const [inner] = group.property.properties ?? []
  if (!inner) return null
  const name = inner.name ?? ''
  const { value } = group
  const own = isRecord(value) ? member(value, name) : value
  const { description, nullable } = group.property
  const control: Control = {
    ...group,
    property: {
      ...inner,
      ...(description !== undefined && { description }),
      ...(nullable && { nullable }),
    },
    value: own,
    errors: [...group.errors, ...messagesAt(props.errorSchema, name)],
    change: next => {
      if (next === undefined || next === '') return group.change(undefined)
      // A reference comes to the whole of it as well as to its text, and null clears all of it.
      if (next === null || isExpression(next)) return group.change(next)
      group.change({ ...(isRecord(value) && value), [name]: next })
    },
  }
  const time = inner.type === 'TIME' ? toInputValue('TIME', own) : undefined
  const text = typeof own === 'string' ? own : own === undefined ? '' : JSON.stringify(own)
  return (
    <LeafField control={control}>
      {input =>
        time === undefined ? (
          inner.type === 'TIME' ? (
            <TextInput
              {...input}
              value={text}
              onChange={e => control.change(e.currentTarget.value)}
            />
          ) : (
            <Textarea
              {...input}
              autosize
              minRows={1}
              maxRows={6}
              value={text}
              onChange={event => control.change(event.currentTarget.value)}
            />
          )
        ) : (
          <TextInput
            {...input}
            type="time"
            step={1}
            value={time}
            onChange={event => control.change(fromInputValue('TIME', event.currentTarget.value))}
          />
        )
      }
    </LeafField>
  )
}

const messagesAt = (errors: unknown, name: string): readonly string[] => {
  const own = member(member(errors, name), '__errors')
  return Array.isArray(own) ? own.map(String) : []
}
