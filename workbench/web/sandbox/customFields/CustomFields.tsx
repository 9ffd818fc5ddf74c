import { useState } from 'react'
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconForms, IconPlus } from '@tabler/icons-react'
import type { CustomFieldKind, CustomFieldView } from '../../../api/index.ts'
import { Confirm } from '../../shared/Confirm.tsx'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { ErrorNotice } from '../../shared/ErrorNotice.tsx'
import { Loading } from '../../shared/Loading.tsx'
import { problemOf } from '../../shared/nextStep.ts'
import { kinds, useCustomFields, useDeleteField } from './customFields.ts'
import { FieldForm } from './FieldForm.tsx'
import { FieldTable } from './FieldTable.tsx'

/** The custom fields of the account: what forms offer and records have under their names. */
export const CustomFields = () => {
  const [kind, setKind] = useState<CustomFieldKind>('deal')
  const [form, setForm] = useState<{ readonly field?: CustomFieldView }>()
  const [leaving, setLeaving] = useState<CustomFieldView>()
  const [notice, setNotice] = useState<string>()
  const fields = useCustomFields(kind)
  const remove = useDeleteField(kind)
  const label = kinds.find(({ value }) => value === kind)?.label ?? kind
  return (
    <Stack gap="sm" pt="sm" h="100%">
      <Group justify="space-between">
        <SegmentedControl
          aria-label="Kind of record"
          data={[...kinds]}
          value={kind}
          onChange={value => setKind(kinds.find(one => one.value === value)?.value ?? 'deal')}
        />
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setForm({})}>
          Add custom field
        </Button>
      </Group>
      {remove.error && <ErrorNotice problem={problemOf(remove.error)} />}
      {fields.error && (
        <ErrorNotice problem={problemOf(fields.error)} onRetry={() => void fields.refetch()} />
      )}
      {fields.isPending && <Loading rows={10} height={28} />}
      {fields.data?.length === 0 && (
        <EmptyState icon={<IconForms size={40} stroke={1.4} />} title="No custom fields">
          {label} have none. Forms offer each field as soon as you have added it.
        </EmptyState>
      )}
      {fields.data && fields.data.length > 0 && (
        <FieldTable label={label} fields={fields.data} onEdit={field => setForm({ field })} />
      )}
      <Text size="sm" c="dimmed" role="status" ta="center">
        {notice}
      </Text>
      {form && (
        <FieldForm
          kind={kind}
          field={form.field}
          onDelete={setLeaving}
          onClose={() => setForm(undefined)}
          onSaved={({ name }) => {
            setForm(undefined)
            setNotice(`“${name}” was ${form.field ? 'changed' : 'added'}.`)
          }}
        />
      )}
      {leaving && (
        <Confirm
          opened
          danger
          title={`Delete “${leaving.name}”?`}
          action="Delete"
          onClose={() => setLeaving(undefined)}
          onConfirm={() =>
            remove.mutate(leaving, {
              onSuccess() {
                setForm(undefined)
                setNotice(`“${leaving.name}” was deleted.`)
              },
            })
          }
        >
          All records lose what they have in it. Steps that set it stop until it is taken out of
          them.
        </Confirm>
      )}
    </Stack>
  )
}
