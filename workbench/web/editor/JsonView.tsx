import { useState } from 'react'
import { Alert, Button, Group, Stack, Textarea } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { saveAsFile } from '../shared/saveAsFile.ts'
import { WorkflowParseError, readWorkflow, toText } from '../workflow/importExport.ts'
import { selectDefinition } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './editor.module.css'

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
  const definition = useEditor(selectDefinition)
  const written = definition ? toText(definition) : ''
  const [draft, setDraft] = useState<string>()
  const [wrong, setWrong] = useState<ParseFailure>()
  const text = draft ?? written
  const change = (to: string | undefined) => {
    setDraft(to)
    setWrong(undefined)
  }
  const apply = () => {
    try {
      const workflow = readWorkflow(text)
      useEditor.getState().edit(() => workflow)
      change(undefined)
    } catch (error) {
      setWrong(toFailure(error))
    }
  }
  return (
    <Stack flex={1} mih={0} p="md" pt={0} gap="sm">
      {wrong && (
        <Alert color="red" role="alert" p="sm">
          {wrong.line !== undefined && <b>Line {wrong.line}: </b>}
          {wrong.message} Fix it and apply again.
        </Alert>
      )}
      <Textarea
        flex={1}
        classNames={{ wrapper: classes.fill ?? '', input: classes.code ?? '' }}
        aria-label="Workflow as JSON"
        spellCheck={false}
        value={text}
        onChange={event => change(event.currentTarget.value)}
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
          <Button variant="subtle" disabled={draft === undefined} onClick={() => change(undefined)}>
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
