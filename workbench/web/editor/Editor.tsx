import { useState } from 'react'
import { useHotkeys } from '@mantine/hooks'
import { ReactFlowProvider } from '@xyflow/react'
import { useComponent } from '../shared/component.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { Aside } from './Aside.tsx'
import { Canvas } from './Canvas.tsx'
import classes from './editor.module.css'
import { SavingNotice, ServerNotices, WorkflowProblems } from './Notices.tsx'
import { OnNotice } from './OnNotice.tsx'
import { Palette } from './Palette.tsx'
import { RenameNode } from './RenameNode.tsx'
import { ReplaceTrigger } from './ReplaceTrigger.tsx'
import { useEditor } from './store.ts'
import { TopBar } from './TopBar.tsx'
import { useWorkflow } from './useWorkflow.ts'
import { Welcome } from './Welcome.tsx'
import { WorkflowList } from './WorkflowList.tsx'

export const Editor = ({ id }: { id: string }) => {
  const { isShown, error, refetch } = useWorkflow(id)
  const [list, setList] = useState(false)
  const { undo, redo } = useEditor.getState()
  // Text fields undo their own typing.
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
  ])
  return (
    <div className={classes.page}>
      <TopBar onList={() => setList(true)} />
      <div className={classes.notices}>
        <ServerNotices />
        <SavingNotice />
        {error && <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
        {isShown && <OnNotice />}
        {isShown && <WorkflowProblems />}
      </div>
      {isShown ? <Workspace id={id} /> : !error && <Loading />}
      <WorkflowList opened={list} onClose={() => setList(false)} />
    </div>
  )
}

const Workspace = ({ id }: { id: string }) => {
  const { data: manifest, error, refetch } = useComponent()
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!manifest) return <Loading />
  return (
    <>
      <Welcome />
      <div className={classes.body}>
        <Palette manifest={manifest} />
        <section className={classes.canvas} aria-label="Canvas">
          <ReactFlowProvider key={id}>
            <Canvas manifest={manifest} />
          </ReactFlowProvider>
        </section>
        <Aside />
      </div>
      <RenameNode />
      <ReplaceTrigger manifest={manifest} />
    </>
  )
}
