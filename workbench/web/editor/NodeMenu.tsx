import { useState, type ComponentPropsWithRef } from 'react'
import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconCopyPlus,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useEditor } from '../workflow/store.ts'
import { copy, duplicate, moveBy, remove } from './actions.ts'
import classes from './NodeCard.module.css'
import { PartItems } from './PartItems.tsx'
import { useUiState } from './uiState.ts'

interface Props {
  readonly name: string
  readonly isTask: boolean
}

/** Actions for a node, as an alternative to dragging and shortcuts. */
export const NodeMenu = (props: Props) => {
  // A menu for each of two hundred cards would take long to draw, and few are ever opened.
  const [isUsed, setUsed] = useState(false)
  return isUsed ? (
    <Opened {...props} />
  ) : (
    <MenuButton name={props.name} aria-haspopup="menu" onClick={() => setUsed(true)} />
  )
}

const MenuButton = ({ name, ...rest }: { name: string } & ComponentPropsWithRef<'button'>) => (
  <button
    {...rest}
    type="button"
    className={`${classes.menu} nodrag`}
    aria-label={`Actions for ${name}`}
  >
    <IconDots size={16} aria-hidden />
  </button>
)

const Opened = ({ name, isTask }: Props) => {
  const isFirst = useEditor(({ workflow }) => workflow?.definition.tasks[0]?.name === name)
  const isLast = useEditor(({ workflow }) => workflow?.definition.tasks.at(-1)?.name === name)
  return (
    <Menu
      position="bottom-end"
      withinPortal
      keepMounted={false}
      defaultOpened
      middlewares={{ flip: true, shift: true, size: true }}
    >
      <Menu.Target>
        <MenuButton name={name} />
      </Menu.Target>
      <Menu.Dropdown style={{ overflowY: 'auto' }}>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          rightSection="F2"
          onClick={() => useUiState.setState({ renaming: name })}
        >
          Rename
        </Menu.Item>
        <PartItems name={name} isTask={isTask} />
        {isTask && (
          <>
            <Menu.Item
              leftSection={<IconCopyPlus size={16} aria-hidden />}
              rightSection="Ctrl D"
              onClick={() => duplicate(name)}
            >
              Duplicate
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCopy size={16} aria-hidden />}
              rightSection="Ctrl C"
              onClick={() => void copy(name)}
            >
              Copy
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowUp size={16} aria-hidden />}
              rightSection="Alt ↑"
              disabled={isFirst}
              onClick={() => moveBy(name, -1)}
            >
              Move up
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} aria-hidden />}
              rightSection="Alt ↓"
              disabled={isLast}
              onClick={() => moveBy(name, 1)}
            >
              Move down
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          c="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          rightSection="Del"
          onClick={() => remove(name)}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
