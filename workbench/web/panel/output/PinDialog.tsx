import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { sourceOf } from '../../output/sources.ts'
import { operationOf, useComponent } from '../../shared/component.ts'
import { parseJson } from '../../shared/parseJson.ts'
import { pin, pinProblem } from '../../workflow/pins.ts'
import { selectSamples, selectWorkflowId, useNode } from '../../workflow/selectors.ts'
import { useEditor } from '../../workflow/store.ts'
import { editPin, keepPinDraft, usePinEditor } from './pinEditor.ts'

const close = () => editPin(undefined)

/** Edits what a step is to put out in tests and runs by hand. */
export const PinDialog = () => {
  const node = useNode(usePinEditor(editor => editor.node))
  return (
    <Modal
      opened={node !== undefined}
      onClose={close}
      title={`Pin the output of “${node?.label || node?.name}”`}
      size="xl"
    >
      {node && <Editor key={node.name} name={node.name} />}
    </Modal>
  )
}

const Editor = ({ name }: { name: string }) => {
  const key = `${useEditor(selectWorkflowId)} ${name}`
  const draft = usePinEditor(({ drafts }) => drafts[key])
  const now = useCurrentOutput(name)
  const text = draft ?? now
  const parsed = parseJson(text)
  const problem = 'value' in parsed ? pinProblem(parsed.value) : lineOf(parsed)
  const done = () => {
    keepPinDraft(key, undefined)
    close()
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        Tests and manual runs don’t run this step: they take this output. Events that arrive while
        the workflow is on still run it.
      </Text>
      <Textarea
        label="Output as JSON"
        data-autofocus
        autosize
        minRows={8}
        maxRows={18}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        spellCheck={false}
        value={text}
        error={problem}
        onChange={event => keepPinDraft(key, event.currentTarget.value)}
      />
      <Group justify="flex-end">
        {draft !== undefined && draft !== now && (
          <Button variant="subtle" onClick={() => keepPinDraft(key, undefined)}>
            Discard edits
          </Button>
        )}
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button
          disabled={problem !== undefined}
          onClick={() => {
            if (!('value' in parsed)) return
            pin(name, parsed.value)
            done()
          }}
        >
          Pin output
        </Button>
      </Group>
    </Stack>
  )
}

/** What is pinned, what came out last, or what would. */
const useCurrentOutput = (name: string): string => {
  const node = useNode(name)
  const samples = useEditor(selectSamples)
  const { data: manifest } = useComponent()
  const operation = node && manifest && operationOf(manifest, node.type)
  const output =
    operation && sourceOf({ ...node, disabled: false }, operation, samples ?? {}).output
  return JSON.stringify(output ?? {}, null, 2)
}

const lineOf = ({ message, line }: { message: string; line: number | undefined }) =>
  line === undefined ? `Not valid JSON: ${message}` : `Not valid JSON, line ${line}: ${message}`
