import { Anchor, Table } from '@mantine/core'
import type { SandboxField } from '../../api/index.ts'
import { CellText } from './CellText.tsx'
import type { KindOfRecord } from './kinds.ts'
import { cellOf, idOf, type Row } from './rows.ts'
import classes from './RowTable.module.css'

interface Props {
  readonly kind: KindOfRecord
  readonly fields: readonly SandboxField[]
  readonly rows: readonly Row[]
  readonly onEdit: (row: Row) => void
}

export const RowTable = ({ kind, fields, rows, onEdit }: Props) => (
  <Table stickyHeader highlightOnHover verticalSpacing={8} className={classes.table}>
    <Table.Thead>
      <Table.Tr>
        {fields.map(({ key, label, type }) => (
          <Table.Th key={key} data-type={type}>
            {label}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map(row => (
        <Table.Tr key={idOf(row)}>
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
