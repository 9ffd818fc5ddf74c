import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBraces,
  IconDots,
  IconGauge,
  IconHistory,
} from '@tabler/icons-react'
import { selectCanRedo, selectCanUndo } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './editor.module.css'
import { showAside, useUiState } from './uiState.ts'

/** The tools for which a narrow window has no room. */
export const MoreMenu = () => {
  const canUndo = useEditor(selectCanUndo)
  const canRedo = useEditor(selectCanRedo)
  const { undo, redo } = useEditor.getState()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon
          className={classes.onlyNarrow ?? ''}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="More tools"
        >
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={!canUndo}
          onClick={undo}
        >
          Undo
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          disabled={!canRedo}
          onClick={redo}
        >
          Redo
        </Menu.Item>
        <Menu.Item
          leftSection={<IconGauge size={16} aria-hidden />}
          onClick={() => useUiState.setState({ isForecastOpen: true })}
        >
          Token budget
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBraces size={16} aria-hidden />}
          onClick={() => showAside('json')}
        >
          Workflow as JSON
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => showAside('runs')}
        >
          Runs
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
