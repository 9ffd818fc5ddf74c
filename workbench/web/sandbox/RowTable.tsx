import { Anchor, Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { SandboxField } from '../../api/index.ts'
import { CellText } from './CellText.tsx'
import type { KindOfRecord } from './kinds.ts'
import { cellOf, idOf, type Row, type Sort } from './rows.ts'
import classes from './RowTable.module.css'

interface Props {
  readonly kind: KindOfRecord
  readonly fields: readonly SandboxField[]
  readonly rows: readonly Row[]
  readonly sort: Sort
  /** The id of the record that was looked for. */
  readonly only: string | undefined
  readonly onSort: (sort: Sort) => void
  readonly onEdit: (row: Row) => void
}

export const RowTable = ({ kind, fields, rows, sort, only, onSort, onEdit }: Props) => (
  <Table stickyHeader highlightOnHover verticalSpacing={8} className={classes.table}>
    <Table.Thead>
      <Table.Tr>
        {fields.map(({ key, label, type }) => (
          <Table.Th key={key} data-type={type} aria-sort={direction(key, sort)}>
            <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(key, sort))}>
              {label}
              {direction(key, sort) === 'ascending' && <IconArrowUp size={13} aria-hidden />}
              {direction(key, sort) === 'descending' && <IconArrowDown size={13} aria-hidden />}
            </UnstyledButton>
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map(row => (
        <Table.Tr key={idOf(row)} data-found={idOf(row) === only || undefined}>
          {fields.map(field => (
            <Table.Td key={field.key} data-type={field.type}>
              {field.key === kind.title ? (
                <Anchor component="button" size="sm" onClick={() => onEdit(row)}>
                  {String(cellOf(row, field.key) ?? `Untitled ${kind.one}`)}
                </Anchor>
              ) : (
                <CellText field={field} value={cellOf(row, field.key)} />
              )}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

const direction = (key: string, sort: Sort) =>
  sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined

/** Up, down, and back to the newest first. */
const nextSort = (key: string, sort: Sort): Sort => {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? undefined : key
}
