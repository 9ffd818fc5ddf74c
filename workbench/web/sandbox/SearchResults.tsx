import { Button, Group, Paper, ScrollArea, Text } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { EmptyState } from '../shared/EmptyState.tsx'
import type { KindOfRecord } from './kinds.ts'
import type { Row, useRows } from './rows.ts'
import { RowTable } from './RowTable.tsx'

interface Props {
  readonly kind: KindOfRecord
  readonly search: string
  readonly table: ReturnType<typeof useRows>
  readonly onEdit: (row: Row) => void
}

/** The rows so far; how many there are in all is not known before the last page. */
export const SearchResults = ({ kind, search, table, onEdit }: Props) => {
  const pages = table.data?.pages ?? []
  const rows = pages.flatMap(page => page.rows)
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<IconDatabaseOff size={40} stroke={1.4} />}
        title={`No ${kind.label.toLowerCase()}`}
      >
        {search
          ? `No ${kind.label.toLowerCase()} match “${search}”.`
          : 'There are none in the account.'}
      </EmptyState>
    )
  return (
    <>
      <Paper withBorder mih={0} style={{ overflow: 'hidden' }}>
        <ScrollArea
          h="100%"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': kind.label }}
        >
          <RowTable kind={kind} fields={pages[0]?.fields ?? []} rows={rows} onEdit={onEdit} />
        </ScrollArea>
      </Paper>
      <Group justify="center" gap="sm">
        <Text size="sm" c="dimmed" role="status">
          {countText(rows.length, search, table)}
        </Text>
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

const countText = (
  rows: number,
  search: string,
  { hasNextPage, isPlaceholderData }: Props['table'],
) => {
  if (isPlaceholderData) return 'Searching…'
  return `${hasNextPage ? 'Newest' : 'All'} ${rows}${search && ' matches'}`
}
