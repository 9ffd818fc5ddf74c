import { useMemo, useState } from 'react'
import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { listLocations, useComponent } from '../shared/component.ts'
import { count } from '../shared/format.ts'
import { Json } from '../shared/Json.tsx'
import { RowTable } from './RowTable.tsx'
import type { Source } from './sources.ts'
import { tableOf, type Table } from './table.ts'
import { ValueLine } from './ValueLine.tsx'
import { valueTreeOf } from './values.ts'
import { ValueTree } from './ValueTree.tsx'

interface Props {
  readonly source: Source
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
export const Result = ({ source, cut, isOld = false }: Props) => {
  const { data: manifest } = useComponent()
  const table = useMemo(() => {
    const { output, schema, list } = source
    // What is not declared, such as the output of any call, may be in the form of any list.
    return tableOf(output, schema, list ? [list] : manifest ? listLocations(manifest) : [])
  }, [source, manifest])
  const [chosen, choose] = useState<string>()
  const view = chosen ?? (table && table.rows.length > 0 ? 'Table' : 'Tree')
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
      {table && (
        <Text size="xs" c="dimmed">
          {rowCountText(table, cut)}
        </Text>
      )}
      {view === 'JSON' && <Json label="JSON" value={source.output} />}
      {view === 'Table' && table && <RowTable table={table} />}
      {view === 'Tree' && (
        <>
          <OutputTree source={source} />
          {hidden > 0 && (
            <Text size="xs" c="dimmed">{`${count(hidden, 'more row')} in the table view`}</Text>
          )}
        </>
      )}
    </Stack>
  )
}

const OutputTree = ({ source }: { source: Source }) => {
  const nodes = useMemo(() => valueTreeOf(source, maxItems).children, [source])
  return <ValueTree label="Output" nodes={nodes} draw={node => <ValueLine node={node} />} />
}
