import { Button, Group, Paper, ScrollArea, Text } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { EmptyState } from '../shared/EmptyState.tsx'
import type { KindOfRecord } from './kinds.ts'
import type { Row, Sort, useRows } from './rows.ts'
import { RowTable } from './RowTable.tsx'

interface Props {
  readonly kind: KindOfRecord
  readonly search: string
  readonly table: ReturnType<typeof useRows>
  readonly sort: Sort
  /** The id of the only record to show. */
  readonly only: string | undefined
  readonly onShowAll: () => void
  readonly onSort: (sort: Sort) => void
  readonly onEdit: (row: Row) => void
}

/** The rows so far, and how many there are in all. */
export const SearchResults = (props: Props) => {
  const { kind, search, table, sort, only, onShowAll, onSort, onEdit } = props
  const pages = table.data?.pages ?? []
  const rows = pages.flatMap(page => page.rows)
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<IconDatabaseOff size={40} stroke={1.4} />}
        title={`No ${kind.label.toLowerCase()}`}
      >
        {nothingText(kind, search, only)}
        {only !== undefined && (
          <Button size="xs" variant="default" mt="sm" onClick={onShowAll}>
            Show all
          </Button>
        )}
      </EmptyState>
    )
  return (
    <>
      <Paper withBorder mih={0} style={{ overflow: 'hidden' }}>
        <ScrollArea
          h="100%"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': kind.label }}
        >
          <RowTable
            {...{ kind, rows, sort, only, onSort, onEdit }}
            fields={pages[0]?.fields ?? []}
          />
        </ScrollArea>
      </Paper>
      <Group justify="center" gap="sm">
        <Text size="sm" c="dimmed" role="status">
          {table.isPlaceholderData
            ? 'Searching…'
            : only === undefined
              ? countText(rows.length, pages[0]?.total ?? 0, search, sort)
              : `One ${kind.one}`}
        </Text>
        {only !== undefined && (
          <Button size="xs" variant="default" onClick={onShowAll}>
            Show all
          </Button>
        )}
        {table.hasNextPage && !table.isPlaceholderData && (
          <Button
            size="xs"
            variant="default"
            loading={table.isFetchingNextPage}
            onClick={() => void table.fetchNextPage()}
          >
            Load more
          </Button>
        )}
      </Group>
    </>
  )
}

const nothingText = ({ label, one }: KindOfRecord, search: string, only: string | undefined) => {
  if (only !== undefined) return `There is no ${one} with the ID ${only}. It may have been deleted.`
  return search ? `No ${label.toLowerCase()} match “${search}”.` : 'There are none in the account.'
}

const countText = (rows: number, total: number, search: string, sort: Sort): string => {
  const all = `${total.toLocaleString()}${search && ' matches'}`
  if (rows === total) return `All ${all}`
  return `${sort === undefined ? 'Newest' : 'First'} ${rows.toLocaleString()} of ${all}`
}
