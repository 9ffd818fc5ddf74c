import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly opened: boolean
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  /** The verb of what is confirmed. */
  readonly action: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export const Confirm = ({ opened, title, children, action, danger, onConfirm, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title={title}>
    <Text size="sm" component="div">
      {children}
    </Text>
    <Group justify="flex-end" mt="lg">
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
      <Button
        data-autofocus
        {...(danger && { color: 'red' })}
        onClick={() => {
          onConfirm()
          onClose()
        }}
      >
        {action}
      </Button>
    </Group>
  </Modal>
)
