import { useState } from 'react'
import { Textarea } from '@mantine/core'
import classes from './fields.module.css'
import { objectFromJson } from './keyValue.ts'
import type { Control } from './useControl.ts'

/** An object as JSON; what is not JSON yet is not kept, and says so. */
export const JsonInput = ({ control: { value, change, label } }: { control: Control }) => {
  const [typed, setTyped] = useState<string>()
  const parsed = typed === undefined ? undefined : objectFromJson(typed)
  const isOwn = parsed !== undefined && (parsed === 'wrong' || same(parsed.value, value))
  const text = isOwn ? typed : value === undefined ? '' : JSON.stringify(value, null, 2)
  return (
    <Textarea
      aria-label={`${label} as JSON`}
      classNames={{ input: classes.expression ?? '' }}
      autosize
      minRows={4}
      maxRows={16}
      placeholder={'{\n  "title": "${newDeal_1.title}"\n}'}
      value={text}
      error={parsed === 'wrong' && 'Not a valid JSON object yet, so it is not saved.'}
      onChange={event => {
        const { value: next } = event.currentTarget
        setTyped(next)
        const object = objectFromJson(next)
        if (object !== 'wrong') change(object.value)
      }}
      spellCheck={false}
    />
  )
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
