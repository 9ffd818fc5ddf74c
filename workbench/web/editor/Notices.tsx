import { Button, Code, Group, List, Text } from '@mantine/core'
import { IconGitFork, IconPlugConnectedX } from '@tabler/icons-react'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Notice } from '../shared/Notice.tsx'
import { useSession } from '../shared/queries.ts'
import { keepMine, loadTheirs, saveNow, useSaveState } from '../workflow/autosave.ts'
import { selectOtherProblems, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { useUiState } from './uiState.ts'

/** What there is to know of how the workbench has started. */
export const ServerNotices = () => {
  const { data } = useSession()
  const isRead = useUiState(ui => ui.areNoticesRead)
  const setRead = () => useUiState.setState({ areNoticesRead: true })
  if (!data || data.notices.length === 0 || isRead) return null
  return (
    <Notice kind="warning" onClose={setRead}>
      {data.notices.map(notice => (
        <Text key={notice} size="sm">
          {notice}
        </Text>
      ))}
    </Notice>
  )
}

/** What stands between the workflow and the server. */
export const SavingNotice = () => {
  const saving = useSaveState()
  if (saving.state === 'refused')
    return <ErrorNotice problem={saving.problem} onRetry={() => void saveNow()} />
  if (saving.state === 'unreachable')
    return (
      <Notice
        kind="warning"
        role="alert"
        icon={<IconPlugConnectedX aria-hidden />}
        title="The workbench is not responding"
      >
        Your changes are kept in this tab and will be saved once it responds. Check that it is still
        running.
      </Notice>
    )
  if (saving.state !== 'changed') return null
  const { theirs } = saving
  return (
    <Notice
      kind="warning"
      role="alert"
      icon={<IconGitFork aria-hidden />}
      title={`“${theirs.label}” was changed in another tab`}
    >
      Both tabs have changes. Choose which version to keep.
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" onClick={() => loadTheirs(theirs)}>
          Load the other version
        </Button>
        <Button size="xs" variant="default" onClick={() => keepMine(theirs)}>
          Keep mine
        </Button>
      </Group>
    </Notice>
  )
}

/** Two nodes can't have one name, as references could mean either. */
export const RenamedNotice = () => {
  const renamed = useUiState(ui => ui.renamed)
  const workflowId = useEditor(selectWorkflowId)
  if (!renamed || renamed.workflowId !== workflowId) return null
  return (
    <Notice
      kind="info"
      title="Some steps had the same name"
      onClose={() => useUiState.setState({ renamed: undefined })}
    >
      <List size="sm">
        {renamed.nodes.map(({ from, to }) => (
          <List.Item key={to}>
            The second <Code>{from}</Code> is now <Code>{to}</Code>. References after it were
            updated.
          </List.Item>
        ))}
      </List>
    </Notice>
  )
}

/** What keeps the workflow itself from running; that of nodes stands on their cards. */
export const WorkflowProblems = () => {
  const problems = useEditor(selectOtherProblems)
  // An empty canvas says so itself.
  const shown = problems.filter(({ path }) => path !== 'tasks')
  if (shown.length === 0) return null
  return (
    <Notice kind="warning" title="This workflow can’t run yet">
      <List size="sm">
        {shown.map(({ path, problem }) => (
          <List.Item key={path + problem}>
            {path && <b>{path}: </b>}
            {problem}
          </List.Item>
        ))}
      </List>
    </Notice>
  )
}
