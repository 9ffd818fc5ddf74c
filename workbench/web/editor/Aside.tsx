import type { KeyboardEvent, ReactNode } from 'react'
import { Box, CloseButton, Group, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { usePanelSize } from '../panel/panelSize.ts'
import { focusCard } from '../shared/focusCard.ts'
import { part } from '../shared/part.tsx'
import { selectSelected } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './Aside.module.css'
import { JsonView } from './JsonView.tsx'
import { ResizeHandle } from './ResizeHandle.tsx'
import { RunsAside } from './RunsAside.tsx'
import { useUiState } from './uiState.ts'

const NodePanel = part('panel', async () => (await import('../panel/panel.tsx')).NodePanel)

const close = () => {
  const { selected, select } = useEditor.getState()
  if (selected === undefined) useUiState.setState({ aside: undefined })
  else select(undefined)
  focusCard(selected)
}

/** Not where it closes a list or a dialog of what stands here. */
const closeByEscape = ({ key, target, currentTarget, defaultPrevented }: KeyboardEvent) => {
  if (key !== 'Escape' || defaultPrevented) return
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return
  if (!hasOpenList(target)) close()
}

/** A field that is not yet closed itself; only some fields say so by `aria-expanded`. */
const hasOpenList = (target: HTMLElement) =>
  target.ariaHasPopup !== null &&
  (target.ariaExpanded === 'true' || target.hasAttribute('aria-controls'))

interface SideProps {
  readonly label: string
  /** It covers the canvas. */
  readonly isFull?: boolean
  readonly children: ReactNode
}

const Side = ({ label, isFull = false, children }: SideProps) => {
  const [width, setWidth] = useLocalStorage({
    key: 'aside-width',
    defaultValue: 440,
    getInitialValueInEffect: false,
  })
  return (
    <Box
      component="section"
      className={classes.aside}
      __vars={{ '--aside-width': `${width}px` }}
      data-aside
      data-full={isFull || undefined}
      aria-label={label}
      onKeyDown={closeByEscape}
    >
      <ResizeHandle width={width} onResize={setWidth} />
      {children}
    </Box>
  )
}

const Heading = ({ children }: { children: string }) => (
  <Group justify="space-between" px="md" py="sm">
    <Title order={2}>{children}</Title>
    <CloseButton aria-label="Close" onClick={close} />
  </Group>
)

/** Beside the canvas: the selected node, or else what was asked for. */
export const Aside = () => {
  const selected = useEditor(selectSelected)
  const aside = useUiState(ui => ui.aside)
  const isFull = usePanelSize(({ isFull }) => isFull)
  if (selected !== undefined)
    return (
      <Side label="Step" isFull={isFull}>
        <NodePanel key={selected} node={selected} />
      </Side>
    )
  if (aside === 'json')
    return (
      <Side label="JSON">
        <Heading>Workflow as JSON</Heading>
        <JsonView />
      </Side>
    )
  if (aside === 'runs')
    return (
      <Side label="Runs">
        <Heading>Runs</Heading>
        <RunsAside />
      </Side>
    )
  return null
}
