import '@xyflow/react/dist/base.css'
import './flow.css'
import { Container } from '@mantine/core'
import { IconSitemap } from '@tabler/icons-react'
import { Redirect, type RouteComponentProps } from 'wouter'
import { EmptyState } from '../shared/EmptyState.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useWorkflows } from '../shared/queries.ts'
import { Editor } from './Editor.tsx'
import { lastOpened } from './useWorkflow.ts'
import { NewWorkflow } from './WorkflowList.tsx'

export const EditorPage = ({ params: { id } }: RouteComponentProps<{ id?: string }>) =>
  id === undefined ? <Start /> : <Editor id={id} />

/** Leads to the workflow that was open last. */
const Start = () => {
  const { data: workflows, error, refetch } = useWorkflows()
  if (error)
    return (
      <Container py="md">
        <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
      </Container>
    )
  if (!workflows) return <Loading />
  const id = lastOpened(workflows.map(workflow => workflow.id))
  if (id !== undefined) return <Redirect to={`/workflows/${id}`} replace />
  return (
    <EmptyState
      icon={<IconSitemap size={40} stroke={1.4} />}
      title="No workflows yet"
      action={<NewWorkflow />}
    >
      A workflow runs steps in Pipedrive one after another, on an event or when you press Run.
    </EmptyState>
  )
}
