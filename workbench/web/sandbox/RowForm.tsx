import { useState, type SubmitEvent } from 'react'
import { Drawer, Stack, Text } from '@mantine/core'
import type { SandboxField } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { keepTyped } from '../shared/keepTyped.ts'
import { problemOf } from '../shared/nextStep.ts'
import { FieldInput } from './FieldInput.tsx'
import { FormButtons } from './FormButtons.tsx'
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

  const isChanged = Object.keys(changes).length > 0

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate(changes, { onSuccess: onSaved })
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      {...keepTyped(isChanged)}
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
              isGiven={cellOf(row, field.key) !== null}
              first={index === 0}
              error={field === ownField ? problem?.message : undefined}
              onChange={value => setChanges({ ...changes, [field.key]: value })}
            />
          ))}
          {problem && !ownField && <ErrorNotice problem={problem} />}
          <Text size="xs" c="dimmed">
            {consequence(kind, row ? 'edited' : 'added')}
          </Text>
          <FormButtons
            isEdit={row !== undefined}
            isSaving={save.isPending}
            isUnchanged={row !== undefined && !isChanged}
            onDelete={() => row && onDelete(row)}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Drawer>
  )
}
