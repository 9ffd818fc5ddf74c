import { useState, type SubmitEvent } from 'react'
import { Button, Drawer, Group, Stack, Text } from '@mantine/core'
import type { SandboxField } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { FieldInput } from './FieldInput.tsx'
import { consequence, type KindOfRecord } from './kinds.ts'
import { cellOf, useSave, type Cells, type Row } from './rows.ts'

interface Props {
  readonly kind: KindOfRecord
  readonly fields: readonly SandboxField[]
  /** Absent: a new one. */
  readonly row: Row | undefined
  readonly onSaved: (row: Row) => void
  readonly onDelete: (row: Row) => void
  readonly onClose: () => void
}

/** Sends changed fields only, so that changes made elsewhere are not overwritten. */
export const RowForm = ({ kind, fields, row, onSaved, onDelete, onClose }: Props) => {
  const [changes, setChanges] = useState<Cells>({})
  const save = useSave(kind.kind, row)
  const problem = save.error && problemOf(save.error)
  const editable = fields.filter(field => field.editable)
  const ownField = editable.find(({ key }) => key === problem?.path)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate(changes, { onSuccess: onSaved })
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={row ? `Edit ${kind.one}` : `Add ${kind.one}`}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {editable.map((field, index) => (
            <FieldInput
              key={field.key}
              field={field}
              value={field.key in changes ? (changes[field.key] ?? null) : cellOf(row, field.key)}
              isNew={row === undefined}
              first={index === 0}
              error={field === ownField ? problem?.message : undefined}
              onChange={value => setChanges({ ...changes, [field.key]: value })}
            />
          ))}
          {problem && !ownField && <ErrorNotice problem={problem} />}
          <Text size="xs" c="dimmed">
            {consequence(kind, row ? 'edited' : 'added')}
          </Text>
          <Group>
            {row && (
              <Button variant="subtle" color="red" onClick={() => onDelete(row)}>
                Delete
              </Button>
            )}
            <Button variant="default" ml="auto" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={save.isPending}
              disabled={row !== undefined && Object.keys(changes).length === 0}
            >
              {row ? 'Save' : 'Add'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
