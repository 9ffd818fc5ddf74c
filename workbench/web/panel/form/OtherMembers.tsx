import { ActionIcon, Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { isRecord, type PropertyManifest } from '../../../../definitions/index.ts'
import { omitPath } from '../../validation/parameters.ts'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  /** Undefined while the account has not said which there are. */
  readonly members: readonly PropertyManifest[] | undefined
}

/** What a file holds that no field is drawn for: set by name, of another account, or deleted since. */
export const OtherMembers = ({ control: { value, change, label }, members }: Props) => {
  if (!isRecord(value)) return null
  const others = Object.entries(value).filter(([key]) => !members?.some(({ name }) => name === key))
  if (others.length === 0) return null
  return (
    <Stack gap={6} mt="sm" role="group" aria-label={`Other values of ${label}`}>
      {others.map(([key, one]) => {
        const named = members?.find(member => isSameName(member.label, key))
        return (
          <div key={key}>
            <Group gap={4} wrap="nowrap">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {key}
              </Text>
              <Code style={{ overflowWrap: 'anywhere' }}>
                {one === null ? 'Will be cleared' : JSON.stringify(one)}
              </Code>
              {named?.name !== undefined && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() =>
                    change({ ...Object(omitPath(value, [key])), [named.name ?? '']: one })
                  }
                >
                  Edit
                </Button>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Remove ${key} from ${label}`}
                onClick={() => change(omitPath(value, [key]))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </Group>
            {members && !named && (
              <Text size="xs" c="var(--app-warning)">
                The account has no such field. It may have been deleted, or belong to another
                account.
              </Text>
            )}
          </div>
        )
      })}
    </Stack>
  )
}

const isSameName = (label: string | undefined, key: string) =>
  label?.normalize('NFC').trim().toLowerCase() === key.normalize('NFC').trim().toLowerCase()
