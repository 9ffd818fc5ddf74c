import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { isRecord } from '../../../../definitions/index.ts'
import type { NodeJson, StepView } from '../../../api/index.ts'
import { resolvedInput } from '../../output/explainFailure.ts'
import { Json } from '../../shared/Json.tsx'
import { parseJson } from '../../shared/parseJson.ts'
import { useTest } from '../../workflow/nodeTests.ts'
import { usePanelNode } from '../nodeContext.ts'
import classes from './output.module.css'
import { keepPinDraft, usePinEditor } from './pinEditor.ts'

interface Props {
  readonly step: StepView
  readonly onTestWith: (input: NodeJson['parameters']) => void
}

/** What a test was run with, references resolved; another input can be tried. */
export const TestInput = ({ step, onTestWith }: Props) => {
  const panel = usePanelNode()
  const { sources, isTrigger, workflowId, name } = panel
  const test = useTest(panel)
  const key = `${workflowId} ${name} input`
  const draft = usePinEditor(({ drafts }) => drafts[key])
  if (isTrigger) return null
  const outputs = Object.fromEntries(sources.map(({ name, output }) => [name, output]))
  const input = step.input ?? test?.input ?? resolvedInput(test?.parameters, outputs)
  return (
    <details className={classes.requests} open={draft !== undefined || undefined}>
      <summary>
        {test?.input ? 'Input that was entered for this test' : 'Input, with references resolved'}
      </summary>
      <Stack gap="xs" mt={6}>
        {draft === undefined ? (
          <>
            <Json label="Input" value={input} />
            <Button
              size="compact-xs"
              variant="default"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => keepPinDraft(key, JSON.stringify(input, null, 2))}
            >
              Test with another input
            </Button>
          </>
        ) : (
          <InputEditor
            text={draft}
            onChange={text => keepPinDraft(key, text)}
            onTest={onTestWith}
          />
        )}
      </Stack>
    </details>
  )
}

interface EditorProps {
  readonly text: string
  readonly onChange: (text: string | undefined) => void
  readonly onTest: (input: NodeJson['parameters']) => void
}

const InputEditor = ({ text, onChange, onTest }: EditorProps) => {
  const parsed = parseJson(text)
  const value = 'value' in parsed ? parsed.value : undefined
  const problem = 'message' in parsed ? `Not valid JSON: ${parsed.message}` : undefined
  return (
    <>
      <Textarea
        label="Input of the next test"
        autosize
        minRows={4}
        maxRows={16}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        spellCheck={false}
        value={text}
        error={problem ?? (!isRecord(value) && 'The input is an object of fields.')}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="compact-sm"
          disabled={!isRecord(value)}
          onClick={() => isRecord(value) && onTest(value)}
        >
          Test with this input
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChange(undefined)}>
          Discard
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        It is used for tests only; the form stays as it is.
      </Text>
    </>
  )
}
