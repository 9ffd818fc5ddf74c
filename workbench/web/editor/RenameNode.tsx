import { useState } from 'react'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { NodeJson } from '../../api/index.ts'
import { focusCard } from '../shared/focusCard.ts'
import { nameProblem } from '../workflow/nodes.ts'
import { selectDefinition, useNode } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { rename } from './actions.ts'
import { useUiState } from './uiState.ts'

const close = () => useUiState.setState({ renaming: undefined })

/** The label is for people, the name for references to the node. */
export const RenameNode = () => {
  const renaming = useUiState(ui => ui.renaming)
  const node = useNode(renaming)
  return (
    <Modal opened={node !== undefined} onClose={close} title="Rename step">
      {node && <Form key={node.name} node={node} />}
    </Modal>
  )
}

const Form = ({ node }: { node: NodeJson }) => {
  const [label, setLabel] = useState(node.label)
  const [name, setName] = useState(node.name)
  const definition = useEditor(selectDefinition)
  const problem = definition && nameProblem(definition, node.name, name)
  const save = () => {
    rename(node.name, name, label)
    close()
    focusCard(name)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (!problem) save()
      }}
    >
      <Stack>
        <TextInput
          data-autofocus
          label="Label"
          description="Shown on the card"
          value={label}
          onChange={event => setLabel(event.currentTarget.value)}
        />
        <TextInput
          label="Name"
          description="Used in references, which are updated automatically"
          error={problem}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={problem !== undefined}>
            Rename
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
