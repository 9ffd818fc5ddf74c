import { Kbd, Modal, Table } from '@mantine/core'
import { useUiState } from './uiState.ts'

const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Ctrl', 'Z'], 'Undo'],
  [['Ctrl', 'Shift', 'Z'], 'Redo'],
  [['Ctrl', 'K'], 'Find a step'],
  [['Enter'], 'Open the step'],
  [['Esc'], 'Close the panel'],
  [['Ctrl', 'D'], 'Duplicate the step'],
  [['Ctrl', 'C'], 'Copy the step, also to another window'],
  [['Ctrl', 'V'], 'Paste steps below the one that is open, or at the end'],
  [['D'], 'Disable or enable the step'],
  [['Alt', '↑'], 'Move the step up'],
  [['Alt', '↓'], 'Move the step down'],
  [['F2'], 'Rename the step'],
  [['Del'], 'Delete the step'],
  [['?'], 'Show this list'],
]

/** What the keyboard does in the editor. */
export const Shortcuts = () => {
  const opened = useUiState(({ dialog }) => dialog === 'shortcuts')
  return (
    <Modal
      opened={opened}
      onClose={() => useUiState.setState({ dialog: undefined })}
      title="Keyboard shortcuts"
    >
      <Table>
        <Table.Tbody>
          {shortcuts.map(([keys, does]) => (
            <Table.Tr key={does}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {keys.map(key => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
