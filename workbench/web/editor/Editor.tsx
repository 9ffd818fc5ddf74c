import { useState, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconSitemap } from '@tabler/icons-react'
import { ReactFlowProvider } from '@xyflow/react'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { useComponent } from '../shared/component.ts'
import { EmptyState } from '../shared/EmptyState.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { ApiRequestError } from '../shared/http.ts'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useTitle } from '../shared/useTitle.ts'
import { selectLabel } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { ActivationNotice } from './ActivationNotice.tsx'
import { Aside } from './Aside.tsx'
import { Canvas } from './Canvas.tsx'
import classes from './editor.module.css'
import { PinDialog } from '../panel/output/PinDialog.tsx'
import { FindStep } from './FindStep.tsx'
import { NameWarnings } from './NameWarnings.tsx'
import { RenamedNotice, SavingNotice, ServerNotices, WorkflowProblems } from './Notices.tsx'
import { Palette } from './Palette.tsx'
import { RenameNode } from './RenameNode.tsx'
import { ReplaceTrigger } from './ReplaceTrigger.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { TopBar } from './TopBar.tsx'
import { useCanvasKeys } from './useCanvasKeys.ts'
import { useWorkflow } from './useWorkflow.ts'
import { Welcome } from './Welcome.tsx'
import { WorkflowList } from './WorkflowList.tsx'

export const Editor = ({ id }: { id: string }) => {
  const workflow = useWorkflow(id)
  const component = useComponent()
  const [list, setList] = useState(false)
  useCanvasKeys()
  const label = useEditor(selectLabel)
  useTitle(workflow.isShown ? label || 'Untitled' : undefined, 'Workflows')
  const manifest = workflow.isShown ? component.data : undefined
  const error = workflow.error ?? component.error
  const again = () => void (workflow.error ? workflow.refetch() : component.refetch())
  const notice = error && !isNotFound(error) && (
    <ErrorNotice problem={problemOf(error)} onRetry={again} />
  )
  const showList = () => setList(true)
  return (
    <div className={classes.page}>
      <TopBar isShown={workflow.isShown} onList={showList} />
      {manifest ? (
        <Workspace key={id} manifest={manifest} notice={notice} />
      ) : (
        <div className={classes.body}>
          <section className={classes.canvas} aria-label="Canvas">
            <div className={classes.notices}>
              <ServerNotices />
              <SavingNotice />
              {notice}
            </div>
            {!error && <Loading />}
            {isNotFound(error) && <NotFound onList={showList} />}
          </section>
        </div>
      )}
      <RenameNode />
      <FindStep />
      <Shortcuts />
      <PinDialog />
      <WorkflowList opened={list} onClose={() => setList(false)} />
    </div>
  )
}

/** All of it appears at once, so that nothing moves while the page comes up. */
const Workspace = ({ manifest, notice }: { manifest: ComponentManifest; notice: ReactNode }) => (
  <>
    <Welcome />
    <div className={classes.body}>
      <Palette manifest={manifest} />
      <section className={classes.canvas} aria-label="Canvas">
        <div className={classes.notices}>
          <ServerNotices />
          <SavingNotice />
          <ActivationNotice />
          <RenamedNotice />
          <WorkflowProblems />
          <NameWarnings />
          {notice}
        </div>
        <ReactFlowProvider>
          <Canvas manifest={manifest} />
        </ReactFlowProvider>
      </section>
      <Aside />
    </div>
    <ReplaceTrigger manifest={manifest} />
  </>
)

const isNotFound = (error: unknown) => error instanceof ApiRequestError && error.status === 404

const NotFound = ({ onList }: { onList: () => void }) => (
  <EmptyState
    icon={<IconSitemap size={40} stroke={1.4} />}
    title="Workflow not found"
    action={<Button onClick={onList}>All workflows</Button>}
  >
    It may have been deleted in another tab.
  </EmptyState>
)
