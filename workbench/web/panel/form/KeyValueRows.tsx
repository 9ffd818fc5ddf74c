import { useState } from 'react'
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { KeyValueRow as Row } from '../../workflow/invalidDrafts.ts'
import { emptyRow, recordOf, rowsFor, rowsProblem } from './keyValue.ts'
import { InlineField } from './LeafField.tsx'
import type { Control } from './useControl.ts'
import { ReferenceInput } from './ReferenceInput.tsx'
import { useInvalidDraft } from './useInvalidDraft.ts'

/** One row for each key; rows that can't be saved are kept beside the workflow. */
export const KeyValueRows = ({ control }: { control: Control }) => {
  const { path, value, change, label } = control
  const { draft, setDraft } = useInvalidDraft(path)
  const [typed, setTyped] = useState<readonly Row[]>(() => rowsFor(value, []))
  const rows = draft?.kind === 'rows' ? draft.rows : rowsFor(value, typed)
  if (!draft && rows !== typed) setTyped(rows)
  const set = (next: readonly Row[]) => {
    const message = rowsProblem(next)
    if (message !== undefined) return setDraft({ kind: 'rows', rows: next, message })
    setDraft(undefined)
    setTyped(next)
    change(recordOf(next))
  }
  const put = (row: Row, edit: Partial<Row>) =>
    set(rows.map(one => (one === row ? { ...one, ...edit } : one)))
  return (
    <Stack gap="xs">
      {rows.map((row, index) => (
        <Group key={row.id} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            w="38%"
            aria-label={`Key ${index + 1} of ${label}`}
            placeholder="Key"
            value={row.key}
            onChange={event => put(row, { key: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
          <div style={{ flex: 1, minWidth: 0 }}>
            <InlineField control={rowControl(control, row, text => put(row, { text }))}>
              {() => (
                <ReferenceInput
                  aria-label={`Value ${index + 1} of ${label}`}
                  placeholder="Value"
                  value={row.text}
                  onChange={event => put(row, { text: event.currentTarget.value })}
                />
              )}
            </InlineField>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={4}
            aria-label={`Remove ${row.key || `row ${index + 1}`} from ${label}`}
            onClick={() => set(rows.filter(one => one !== row))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set([...rows, emptyRow()])}
        >
          {`Add to ${label}`}
        </Button>
        {rows.length > 0 && (
          <Text size="xs" c="dimmed">
            Put 42, true or null in quotes to keep it as text.
          </Text>
        )}
      </Group>
    </Stack>
  )
}

const rowControl = (control: Control, row: Row, change: (text: string) => void): Control => ({
  ...control,
  id: `${control.id}-${row.id}`,
  path: `${control.path}.${row.key}`,
  label: row.key || control.label,
  isRow: true,
  property: { type: 'STRING', controlType: 'TEXT' },
  value: row.text,
  errors: [],
  change: value => change(String(value)),
})
