import { ActionIcon, Button, Code, Group, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { PropertyManifest } from '../../../../definitions/index.ts'
import { usePanelNode } from '../nodeContext.ts'
import { clearingWords } from './clearingWords.ts'

interface Props {
  /** Where the focus goes when the field is looked for. */
  readonly id: string
  /** As it stands in the file, or as the field was called when that was saved. */
  readonly name: string
  readonly value: unknown
  readonly group: string
  /** The field of the account that it means. */
  readonly field: PropertyManifest | undefined
  /** The fields of the account have been read. */
  readonly isKnown: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** A value that no field of the form is drawn for. */
export const OtherMember = (props: Props) => {
  const { id, name, value, group, field, isKnown, onEdit, onRemove } = props
  const words = clearingWords(usePanelNode().operation)
  const remark = isKnown ? remarkOn(name, field?.label) : undefined
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }}>
          {value === null ? words.state : JSON.stringify(value)}
        </Code>
        <Group gap={4} wrap="nowrap" ml="auto">
          {field && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Edit ${name} of ${group}`}
              onClick={onEdit}
            >
              Edit
            </Button>
          )}
          <ActionIcon
            id={id}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove ${name} from ${group}`}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {remark !== undefined && (
        <Text size="xs" c="var(--app-warning)" mt={2}>
          {remark}
        </Text>
      )}
    </div>
  )
}

const remarkOn = (name: string, label: string | undefined): string | undefined => {
  if (label === undefined)
    return 'The account has no such field. It may have been deleted, or belong to another account. Remove it here, or choose another field.'
  const isSame = label.trim().toLowerCase() === name.trim().toLowerCase()
  return isSame ? undefined : `It is called “${label}” in the account now, and is still used.`
}
