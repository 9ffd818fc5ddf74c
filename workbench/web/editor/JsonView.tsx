import { useState } from 'react'
import { Button, Group, Stack, Textarea } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Notice } from '../shared/Notice.tsx'
import { saveAsFile } from '../shared/saveAsFile.ts'
import { WorkflowParseError, readWorkflow, toText } from '../workflow/importExport.ts'
import { selectDefinition, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { withUniqueNames } from '../workflow/uniqueNames.ts'
import classes from './editor.module.css'
import { tellRenamed, useUiState } from './uiState.ts'

interface ParseFailure {
  readonly message: string
  readonly line: number | undefined
}

const toFailure = (error: unknown): ParseFailure => {
  if (!(error instanceof WorkflowParseError)) throw error
  return { message: error.message, line: error.line }
}

/** The workflow as ByteChef writes it: to read, to change, to take along. */
export const JsonView = () => {
  const workflowId = useEditor(selectWorkflowId) ?? ''
  const definition = useEditor(selectDefinition)
  const written = definition ? toText(definition) : ''
  const kept = useUiState(({ jsonDraft }) => jsonDraft)
  const draft = kept?.workflowId === workflowId ? kept : undefined
  const [wrong, setWrong] = useState<ParseFailure>()
  const text = draft?.text ?? written
  const discard = () => {
    useUiState.setState({ jsonDraft: undefined })
    setWrong(undefined)
  }
  const type = (to: string) => {
    useUiState.setState({ jsonDraft: { workflowId, text: to, base: draft?.base ?? written } })
    setWrong(undefined)
  }
  const apply = () => {
    try {
      const { workflow, renamed } = withUniqueNames(readWorkflow(text))
      useEditor.getState().edit(() => workflow)
      tellRenamed(workflowId, renamed)
      discard()
    } catch (error) {
      setWrong(toFailure(error))
    }
  }
  return (
    <Stack flex={1} mih={0} p="md" pt={0} gap="sm">
      {wrong && (
        <Notice kind="error" p="sm">
          {wrong.line !== undefined && <b>Line {wrong.line}: </b>}
          {wrong.message} Fix it and apply again.
        </Notice>
      )}
      {draft && draft.base !== written && (
        <Notice kind="warning" role="alert" p="sm">
          The workflow has changed since you began to edit. Applying replaces those changes.
        </Notice>
      )}
      <Textarea
        flex={1}
        classNames={{ wrapper: classes.fill ?? '', input: classes.code ?? '' }}
        aria-label="Workflow as JSON"
        spellCheck={false}
        value={text}
        onChange={event => type(event.currentTarget.value)}
      />
      <Group justify="space-between" wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() =>
            definition && saveAsFile(`${definition.label || 'workflow'}.json`, written)
          }
        >
          Export
        </Button>
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" disabled={draft === undefined} onClick={discard}>
            Discard
          </Button>
          <Button disabled={draft === undefined} onClick={apply}>
            Apply
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}
