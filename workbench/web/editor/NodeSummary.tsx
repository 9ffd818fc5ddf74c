import { Badge } from '@mantine/core'
import { IconNote, IconPin } from '@tabler/icons-react'
import type { NodeJson } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'
import { isPinned } from '../workflow/pins.ts'
import { nodeIn, useEditor } from '../workflow/store.ts'
import { summaryOf } from '../workflow/summaryOf.ts'
import classes from './NodeCard.module.css'

/** A node that has not changed is not summed up again, whatever else is edited. */
const known = new WeakMap<NodeJson, string>()

const summary = (node: NodeJson | undefined, operation: Operation | undefined): string => {
  if (!node || !operation) return ''
  const before = known.get(node)
  if (before !== undefined) return before
  const text = summaryOf(operation.properties ?? [], node.parameters) ?? ''
  known.set(node, text)
  return text
}

interface Props {
  readonly id: string
  readonly name: string
  /** What the card is called; the title of the operation is only shown where it is another. */
  readonly label: string | undefined
  readonly title: string
  readonly operation: Operation | undefined
}

/** What a step is, and what it is about. */
export const NodeSummary = ({ id, name, label, title, operation }: Props) => {
  const text = useEditor(editor => summary(nodeIn(editor, name), operation))
  const line = [title !== label && title, text].filter(Boolean).join(' · ')
  return line === '' ? null : (
    <span id={id} className={classes.title} title={line}>
      {line}
    </span>
  )
}

/** What a run by hand does not do with a step. */
export const NodeMarks = ({ name }: { name: string }) => {
  const pinned = useEditor(editor => isPinned(nodeIn(editor, name)))
  const disabled = useEditor(editor => nodeIn(editor, name)?.disabled === true)
  return (
    <>
      {disabled && (
        <Badge size="sm" tt="none" color="gray" variant="light">
          Disabled
        </Badge>
      )}
      {pinned && (
        <Badge
          size="sm"
          tt="none"
          color="blue"
          variant="light"
          title="Tests and manual runs take its pinned output"
          leftSection={<IconPin size={10} aria-hidden />}
        >
          Pinned
        </Badge>
      )}
    </>
  )
}

/** The notes of a step, to be read when the pointer rests on their sign. */
export const NodeNotes = ({ name }: { name: string }) => {
  const notes = useEditor(editor => nodeIn(editor, name)?.description)
  if (!notes) return null
  return (
    <span className={classes.notes} title={notes}>
      <IconNote size={14} role="img" aria-label={`Notes: ${notes}`} />
    </span>
  )
}
