import { ActionIcon, Group, TextInput, Tooltip, VisuallyHidden } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBraces,
  IconGauge,
  IconHistory,
  IconMenu2,
  IconPlus,
} from '@tabler/icons-react'
import { part } from '../shared/part.tsx'
import {
  selectCanRedo,
  selectCanUndo,
  selectHasSelected,
  selectLabel,
} from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { ActivationSwitch } from './ActivationSwitch.tsx'
import { ConnectionSelect } from './ConnectionSelect.tsx'
import classes from './editor.module.css'
import { MoreMenu } from './MoreMenu.tsx'
import { RunButton } from './RunButton.tsx'
import { SavedState } from './SavedState.tsx'
import { showAside, useUiState, type UiState } from './uiState.ts'

interface Props {
  /** There is a workflow, which all but the first tool is about. */
  readonly isShown: boolean
  readonly onList: () => void
}

export const TopBar = ({ isShown, onList }: Props) => (
  <Group component="header" className={classes.bar} gap="xs" wrap="nowrap">
    <Tool label="All workflows" onClick={onList}>
      <IconMenu2 size={20} aria-hidden />
    </Tool>
    {isShown && <WorkflowTools />}
  </Group>
)

const WorkflowTools = () => (
  <>
    <Tool
      label="Operations"
      className={classes.onlySmall}
      onClick={() => useUiState.setState({ isPaletteOpen: true })}
    >
      <IconPlus size={20} aria-hidden />
    </Tool>
    <Label />
    <SavedState />
    <div className={classes.onlyWide}>
      <History />
    </div>
    <MoreMenu />
    <Group gap="xs" wrap="nowrap" className={classes.right ?? ''}>
      <ConnectionSelect />
      <Group gap="xs" wrap="nowrap" className={classes.onlyWide ?? ''}>
        <Tool label="Token budget" onClick={() => useUiState.setState({ isForecastOpen: true })}>
          <IconGauge size={20} aria-hidden />
        </Tool>
        <AsideTool aside="json" label="Workflow as JSON">
          <IconBraces size={20} aria-hidden />
        </AsideTool>
        <AsideTool aside="runs" label="Runs">
          <IconHistory size={20} aria-hidden />
        </AsideTool>
      </Group>
      <ActivationSwitch />
      <RunButton />
    </Group>
    <ForecastWhenOpen />
  </>
)

const Forecast = part('forecast', async () => (await import('./forecast/Forecast.tsx')).Forecast)

const ForecastWhenOpen = () => useUiState(ui => ui.isForecastOpen) && <Forecast />

interface ToolProps {
  readonly label: string
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly className?: string | undefined
  readonly children: React.ReactNode
}

const Tool = ({
  label,
  onClick,
  disabled = false,
  pressed,
  className = '',
  children,
}: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon
      className={`${classes.tool} ${className}`}
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? 'green' : 'gray'}
      size="lg"
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  </Tooltip>
)

const AsideTool = ({ aside, ...tool }: Omit<ToolProps, 'onClick'> & Pick<UiState, 'aside'>) => {
  const hasSelected = useEditor(selectHasSelected)
  const pressed = useUiState(ui => ui.aside === aside) && !hasSelected
  return <Tool {...tool} pressed={pressed} onClick={() => showAside(pressed ? undefined : aside)} />
}

const Label = () => {
  const label = useEditor(selectLabel)
  const { edit } = useEditor.getState()
  return (
    <>
      <VisuallyHidden component="h1">{label || 'Workflow'}</VisuallyHidden>
      <TextInput
        classNames={{ root: classes.label ?? '', input: classes.labelInput ?? '' }}
        aria-label="Name of the workflow"
        value={label ?? ''}
        onChange={({ currentTarget: { value } }) =>
          edit(before => ({ ...before, label: value }), 'label')
        }
      />
    </>
  )
}

const History = () => {
  const canUndo = useEditor(selectCanUndo)
  const canRedo = useEditor(selectCanRedo)
  const { undo, redo } = useEditor.getState()
  return (
    <Group gap={0} wrap="nowrap">
      <Tool label="Undo (Ctrl Z)" disabled={!canUndo} onClick={undo}>
        <IconArrowBackUp size={20} aria-hidden />
      </Tool>
      <Tool label="Redo (Ctrl Shift Z)" disabled={!canRedo} onClick={redo}>
        <IconArrowForwardUp size={20} aria-hidden />
      </Tool>
    </Group>
  )
}
