import { lazy, Suspense, type KeyboardEvent, type ReactNode } from 'react'
import { CloseButton, Group, Title } from '@mantine/core'
import { focusCard } from '../shared/focusCard.ts'
import { Loading } from '../shared/Loading.tsx'
import { selectSelected } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './editor.module.css'
import { JsonView } from './JsonView.tsx'
import { RunsAside } from './RunsAside.tsx'
import { useUiState } from './uiState.ts'

const NodePanel = lazy(() => import('../panel/panel.tsx').then(m => ({ default: m.NodePanel })))

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
  readonly children: ReactNode
}

const Side = ({ label, children }: SideProps) => (
  <section className={classes.aside} aria-label={label} onKeyDown={closeByEscape}>
    {children}
  </section>
)

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
  if (selected !== undefined)
    return (
      <Side label="Step">
        <Suspense fallback={<Loading />}>
          <NodePanel key={selected} node={selected} />
        </Suspense>
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
