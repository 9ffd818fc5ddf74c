import { useState } from 'react'
import { useDebouncedValue } from '@mantine/hooks'
import { useSearchParams } from 'wouter'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Confirm } from '../shared/Confirm.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { ChangeNotice, type Changed } from './ChangeNotice.tsx'
import { consequence, type KindOfRecord } from './kinds.ts'
import { RowForm } from './RowForm.tsx'
import { cellOf, useDelete, useRows, type Row, type Sort } from './rows.ts'
import { SearchResults } from './SearchResults.tsx'

/** One table: search, add, edit and delete. The address may name the only record to show. */
export const Records = ({ kind }: { kind: KindOfRecord }) => {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const [form, setForm] = useState<{ readonly row?: Row }>()
  const [leaving, setLeaving] = useState<Row>()
  const [changed, setChanged] = useState<Changed>()
  const [sort, setSort] = useState<Sort>()
  const [address, setAddress] = useSearchParams()
  const only = address.get('id') ?? undefined
  const showAll = () => setAddress({}, { replace: true })
  const table = useRows(kind.kind, search, sort, only)
  const remove = useDelete(kind.kind)

  const nameOf = (row: Row) => String(cellOf(row, kind.title) ?? kind.one)
  const fields = table.data?.pages[0]?.fields
  return (
    <Stack gap="sm" pt="sm" h="100%">
      <Group justify="space-between">
        <TextInput
          type="search"
          aria-label={`Search ${kind.label.toLowerCase()}`}
          placeholder="Search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            if (only !== undefined) showAll()
          }}
          w={280}
        />
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!fields}
          onClick={() => setForm({})}
        >
          Add {kind.one}
        </Button>
      </Group>
      {changed && <ChangeNotice changed={changed} onClose={() => setChanged(undefined)} />}
      {remove.error && <ErrorNotice problem={problemOf(remove.error)} />}
      {table.error && (
        <ErrorNotice problem={problemOf(table.error)} onRetry={() => void table.refetch()} />
      )}
      {table.isPending && <Loading rows={10} height={28} />}
      {table.data && (
        <SearchResults
          {...{ kind, search, table, sort, only }}
          onShowAll={showAll}
          onSort={setSort}
          onEdit={row => setForm({ row })}
        />
      )}
      {form && fields && (
        <RowForm
          kind={kind}
          fields={fields}
          row={form.row}
          onDelete={setLeaving}
          onClose={() => setForm(undefined)}
          onSaved={row => {
            setForm(undefined)
            setChanged({ kind, name: nameOf(row), change: form.row ? 'edited' : 'added' })
          }}
        />
      )}
      {leaving && (
        <Confirm
          opened
          danger
          title={`Delete ${nameOf(leaving)}?`}
          action="Delete"
          onClose={() => setLeaving(undefined)}
          onConfirm={() =>
            remove.mutate(leaving, {
              onSuccess() {
                setForm(undefined)
                setChanged({ kind, name: nameOf(leaving), change: 'deleted' })
              },
            })
          }
        >
          {consequence(kind, 'deleted')}
        </Confirm>
      )}
    </Stack>
  )
}
