import { useState } from 'react'
import { member } from '../../../definitions/index.ts'
import { RecordAnchor } from './RecordAnchor.tsx'
import type { RecordLink, RecordLinks } from './recordLinks.ts'
import classes from './RowTable.module.css'
import { cellText, type Table } from './table.ts'

const rowHeight = 30
const overscan = 10
const visible = 14
const widths = { number: 44, narrow: 110, wide: 150 }

interface Props {
  readonly table: Table
  readonly linkOf?: RecordLinks['ofRecord'] | undefined
}

/** A table of any length: only the rows near those in sight are drawn. */
export const RowTable = ({ table: { columns, rows }, linkOf }: Props) => {
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan)
  const shown = rows.slice(first, first + visible + 2 * overscan)
  const columnWidths = columns.map(({ isNarrow }) => (isNarrow ? widths.narrow : widths.wide))
  const width = columnWidths.reduce((sum, one) => sum + one, widths.number)
  const below = rows.length - first - shown.length
  return (
    <div
      className={classes.rows}
      style={{ maxHeight: rowHeight * (visible + 1) }}
      role="region"
      aria-label="Rows of the output"
      tabIndex={0}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
    >
      <table aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} style={{ width }}>
        <colgroup>
          <col style={{ width: widths.number }} />
          {columnWidths.map((width, index) => (
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.number}>
              #
            </th>
            {columns.map(column => (
              <th key={column.name} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {shown.map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              <th scope="row" className={classes.number}>
                <RowNumber number={first + index + 1} link={linkOf?.(row)} />
              </th>
              {columns.length === 0 && <td>{cellText(row)}</td>}
              {columns.map(column => (
                <Cell key={column.name} value={member(row, column.name)} />
              ))}
            </tr>
          ))}
          <Gap rows={below} />
        </tbody>
      </table>
    </div>
  )
}

/** Leads to the record of the row, where there is a page for it. */
const RowNumber = ({ number, link }: { number: number; link: RecordLink | undefined }) =>
  link ? <RecordAnchor link={link} row={number} /> : number

const maxCellLength = 200

/** What does not fit is shown when the pointer rests on it. */
const Cell = ({ value }: { value: unknown }) => {
  const isWhole = typeof value !== 'object' && cellText(value).length < 16
  const whole = typeof value === 'string' ? value : JSON.stringify(value)
  return (
    <td {...(!isWhole && { title: whole.slice(0, 2 * maxCellLength) })}>
      {cellText(value).slice(0, maxCellLength)}
    </td>
  )
}

/** Stands for rows that are not drawn, so that the scrollbar tells the truth. */
const Gap = ({ rows }: { rows: number }) =>
  rows > 0 && <tr aria-hidden style={{ height: rows * rowHeight }} />
