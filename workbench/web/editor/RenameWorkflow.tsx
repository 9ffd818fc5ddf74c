import { useState } from 'react'
import { Button, Group, Modal, TextInput } from '@mantine/core'

interface Props {
  readonly label: string
  readonly opened: boolean
  readonly onRename: (label: string) => void
  readonly onClose: () => void
}

export const RenameWorkflow = ({ label, opened, onRename, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Rename workflow">
    <Form label={label} onRename={onRename} onClose={onClose} />
  </Modal>
)

const Form = ({ label, onRename, onClose }: Omit<Props, 'opened'>) => {
  const [text, setText] = useState(label)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onRename(text)
        onClose()
      }}
    >
      <TextInput
        data-autofocus
        label="Name"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={text.trim() === ''}>
          Rename
        </Button>
      </Group>
    </form>
  )
}
