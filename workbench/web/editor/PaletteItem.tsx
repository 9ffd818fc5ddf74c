import { memo, type DragEvent } from 'react'
import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import type { ComponentManifest } from '../../../definitions/index.ts'
import type { PaletteEntry } from '../workflow/palette.ts'
import { addOperation } from './actions.ts'
import classes from './Palette.module.css'

/** The kind of what is dragged; a browser hides the data itself until it is dropped. */
export const dragType = 'application/x-pipedrive-operation'

interface Props {
  readonly manifest: ComponentManifest
  readonly entry: PaletteEntry
}

export const PaletteItem = memo(({ manifest, entry }: Props) => {
  const { operation, kind, title, description } = entry
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, operation)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <Tooltip label={description} position="right" openDelay={600}>
      <UnstyledButton
        className={classes.item}
        draggable
        onDragStart={drag}
        onClick={() => addOperation(manifest, entry)}
        aria-label={`Add ${title}`}
        aria-description={description}
      >
        <img src="/icon.svg" alt="" width={20} height={20} draggable={false} />
        <span className={classes.title}>{title}</span>
        {kind === 'trigger' && <IconBolt size={14} aria-hidden className={classes.bolt} />}
      </UnstyledButton>
    </Tooltip>
  )
})
