import type { DragEvent, MouseEvent, ReactNode } from 'react'
import { ActionIcon } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import classes from '../../output/values.module.css'
import { referenceTo, shortText, type ValueNode } from '../../output/values.ts'
import { pillType } from './insertTarget.ts'

interface Props {
  readonly pill: ValueNode
  readonly onInsert: (pill: ValueNode) => void
  readonly badge: ReactNode
}

/** A value is inserted with a click, a group of them with its own button; all can be dragged. */
export const InsertablePill = ({ pill, onInsert, badge }: Props) => {
  const { path, name, value, children } = pill
  const isGroup = children.length > 0
  const insert = (event: MouseEvent) => {
    event.stopPropagation()
    onInsert(pill)
  }
  const drag = ({ dataTransfer }: DragEvent) => {
    dataTransfer.setData('text/plain', referenceTo(path))
    dataTransfer.setData(pillType, referenceTo(path))
    dataTransfer.effectAllowed = 'copy'
  }
  return (
    <div
      className={`${classes.content} ${classes.grab}`}
      draggable
      onDragStart={drag}
      {...(!isGroup && { onClick: insert })}
      title={referenceTo(path)}
    >
      <span className={classes.name}>{name}</span>
      {badge}
      <span className={classes.value}>{value === undefined ? '–' : shortText(value)}</span>
      {isGroup && (
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={`Insert all of ${path}`}
          onClick={insert}
        >
          <IconPlus size={12} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
