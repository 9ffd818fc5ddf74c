import { useState, type SubmitEvent } from 'react'
import { Drawer, Select, Stack, Text, TextInput } from '@mantine/core'
import type { CustomFieldKind, CustomFieldView } from '../../../api/index.ts'
import { ErrorNotice } from '../../shared/ErrorNotice.tsx'
import { keepTyped } from '../../shared/keepTyped.ts'
import { problemOf } from '../../shared/nextStep.ts'
import { FormButtons } from '../FormButtons.tsx'
import { useSaveField } from './customFields.ts'
import { fieldTypes, hasOptions } from './fieldTypes.ts'
import { newOption, OptionRows, type OptionRow } from './OptionRows.tsx'

interface Props {
  readonly kind: CustomFieldKind
  /** Absent: a new one. */
  readonly field: CustomFieldView | undefined
  readonly onSaved: (field: CustomFieldView) => void
  readonly onDelete: (field: CustomFieldView) => void
  readonly onClose: () => void
}

/** A custom field: its name, its type, which can’t be changed later, and its options. */
export const FieldForm = ({ kind, field, onSaved, onDelete, onClose }: Props) => {
  const [name, setName] = useState(field?.name ?? '')
  const [type, setType] = useState(field?.type ?? 'varchar')
  const [given] = useState<readonly OptionRow[]>(
    () => field?.options?.map((option, row) => ({ ...option, row })) ?? [newOption([])],
  )
  const [rows, setRows] = useState(given)
  const isChanged = name !== (field?.name ?? '') || rows !== given
  const save = useSaveField(kind, field)
  const problem = save.error ? problemOf(save.error) : undefined
  const isPlaced = problem?.path === 'name' || problem?.path?.startsWith('options') === true

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const options = rows.map(({ row: _, ...option }) => option)
    save.mutate({ name, type, ...(hasOptions(type) && { options }) }, { onSuccess: onSaved })
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      {...keepTyped(isChanged)}
      position="right"
      title={field ? 'Edit custom field' : 'Add custom field'}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            required
            data-autofocus
            autoComplete="off"
            value={name}
            error={problem?.path === 'name' && problem.message}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Select
            label="Type"
            description={field && 'The type of a field can’t be changed.'}
            data={fieldTypes}
            value={type}
            onChange={chosen => chosen && setType(chosen)}
            disabled={field !== undefined}
            allowDeselect={false}
            searchable
          />
          {hasOptions(type) && <OptionRows rows={rows} problem={problem} onChange={setRows} />}
          {problem && !isPlaced && <ErrorNotice problem={problem} />}
          {field && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              Key: {field.key}
            </Text>
          )}
          <FormButtons
            isEdit={field !== undefined}
            isSaving={save.isPending}
            onDelete={() => field && onDelete(field)}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Drawer>
  )
}
