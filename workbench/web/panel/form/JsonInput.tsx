import { useState } from 'react'
import { Textarea } from '@mantine/core'
import classes from './fields.module.css'
import { objectFromJson } from './keyValue.ts'
import type { Control } from './useControl.ts'
import { useInvalidDraft } from './useInvalidDraft.ts'

/** An object as JSON; text that is not valid yet is kept beside the workflow. */
export const JsonInput = ({ control: { path, value, change, label } }: { control: Control }) => {
  const { draft, setDraft } = useInvalidDraft(path)
  const [typed, setTyped] = useState<string>()
  const type = (text: string) => {
    setTyped(text)
    const object = objectFromJson(text)
    if ('message' in object) return setDraft({ kind: 'json', text, message: object.message })
    setDraft(undefined)
    change(object.value)
  }
  return (
    <Textarea
      aria-label={`${label} as JSON`}
      classNames={{ input: classes.expression ?? '' }}
      autosize
      minRows={4}
      maxRows={16}
      placeholder={'{\n  "title": "${newDeal_1.title}"\n}'}
      value={draft?.kind === 'json' ? draft.text : textOf(value, typed)}
      error={draft?.kind === 'json'}
      onChange={event => type(event.currentTarget.value)}
      spellCheck={false}
    />
  )
}

/** As it was typed, as long as it still stands for the value. */
const textOf = (value: unknown, typed: string | undefined): string => {
  const object = typed === undefined ? undefined : objectFromJson(typed)
  if (object && 'value' in object && isSame(object.value, value)) return typed ?? ''
  return value === undefined ? '' : JSON.stringify(value, null, 2)
}

const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
