import { Button, Group } from '@mantine/core'

interface Props {
  /** Something that is there is edited: it can be deleted, too. */
  readonly isEdit: boolean
  readonly isSaving: boolean
  readonly isUnchanged?: boolean
  readonly onDelete: () => void
  readonly onCancel: () => void
}

/** The end of a form of the Sandbox page. */
export const FormButtons = ({
  isEdit,
  isSaving,
  isUnchanged = false,
  onDelete,
  onCancel,
}: Props) => (
  <Group>
    {isEdit && (
      <Button variant="subtle" color="red" onClick={onDelete}>
        Delete
      </Button>
    )}
    <Button variant="default" ml="auto" onClick={onCancel}>
      Cancel
    </Button>
    <Button type="submit" loading={isSaving} disabled={isUnchanged}>
      {isEdit ? 'Save' : 'Add'}
    </Button>
  </Group>
)
