import { useMemo, useState } from 'react'
import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { listLocations, useComponent } from '../shared/component.ts'
import { count } from '../shared/format.ts'
import { Json } from '../shared/Json.tsx'
import { DownloadMenu } from './DownloadMenu.tsx'
import { RecordAnchor } from './RecordAnchor.tsx'
import type { RecordLinks } from './recordLinks.ts'
import { RowTable } from './RowTable.tsx'
import type { Source } from './sources.ts'
import { rowsWith, tableOf, type Table } from './table.ts'
import { ValueLine } from './ValueLine.tsx'
import { filterValues, valueTreeOf } from './values.ts'
import { ValueTree } from './ValueTree.tsx'

interface Props {
  readonly source: Source
  /** Leads to the records, where there is a page for them. */
  readonly links?: RecordLinks | undefined
  /** Rows left after the list was cut. */
  readonly cut?: number | undefined
  /** It comes from an earlier test than the last. */
  readonly isOld?: boolean
}

/** How many rows there are, and whether that is all of them. */
const rowCountText = ({ rows, isCut }: Table, cut: number | undefined): string => {
  if (rows.length === 0) return 'No rows match'
  const rowsCounted = count(rows.length, 'row')
  if (cut !== undefined) return `${rowsCounted}; there are more, but a test stops here`
  return isCut ? `${rowsCounted}; there are more` : rowsCounted
}

/** Items shown in the tree; the table has all of them. */
const maxItems = 100

/** What came out, in three ways. */
export const Result = ({ source, links, cut, isOld = false }: Props) => {
  const { data: manifest } = useComponent()
  const table = useMemo(() => {
    const { output, schema, list } = source
    // What is not declared, such as the output of any call, may be in the form of any list.
    return tableOf(output, schema, list ? [list] : manifest ? listLocations(manifest) : [])
  }, [source, manifest])
  const [chosen, choose] = useState<string>()
  const view = chosen ?? (table && table.rows.length > 0 ? 'Table' : 'Tree')
  const [search, setSearch] = useState('')
  const shown = useMemo(() => table && rowsWith(table, search), [table, search])
  const hidden = (table?.rows.length ?? 0) - maxItems
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {isOld ? 'Output of the last successful test' : 'Output'}
        </Text>
        <SegmentedControl
          size="xs"
          data={table ? ['Table', 'Tree', 'JSON'] : ['Tree', 'JSON']}
          value={view}
          onChange={choose}
          aria-label="Output view"
        />
      </Group>
      {links && <RecordAnchor link={links.ofOutput(source.output)} />}
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          type="search"
          aria-label="Search the output"
          placeholder="Search the output"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
        <DownloadMenu source={source} table={table} />
      </Group>
      {table && shown && (
        <Text size="xs" c="dimmed" role="status">
          {search.trim() !== '' && `${shown.rows.length.toLocaleString()} of `}
          {rowCountText(table, cut)}
        </Text>
      )}
      {view === 'JSON' && <Json label="JSON" value={source.output} />}
      {view === 'Table' && table && (
        <RowTable key={search} table={shown ?? table} linkOf={links?.ofRecord} />
      )}
      {view === 'Tree' && (
        <>
          <OutputTree source={source} search={search} />
          {hidden > 0 && (
            <Text size="xs" c="dimmed">{`${count(hidden, 'more row')} in the table view`}</Text>
          )}
        </>
      )}
    </Stack>
  )
}

const OutputTree = ({ source, search }: { source: Source; search: string }) => {
  const nodes = useMemo(() => valueTreeOf(source, maxItems).children, [source])
  const found = useMemo(() => filterValues(nodes, search), [nodes, search])
  if (found.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No matches
      </Text>
    )
  return (
    <ValueTree
      key={search}
      label="Output"
      nodes={found}
      isOpen={search.trim() !== ''}
      draw={node => <ValueLine node={node} withCopy />}
    />
  )
}
