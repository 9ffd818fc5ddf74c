import { useState } from 'react'
import { member } from '../../../../definitions/index.ts'
import { cellText, type Table } from './table.ts'
import classes from './output.module.css'

const rowHeight = 30
const around = 10
const visible = 14

/** A table of any length: only the rows near those in sight are drawn. */
export const Rows = ({ table: { columns, rows } }: { table: Table }) => {
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.floor(top / rowHeight) - around)
  const shown = rows.slice(first, first + visible + 2 * around)
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
      <table aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.number}>
              #
            </th>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {shown.map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              <th scope="row" className={classes.number}>
                {first + index + 1}
              </th>
              {columns.length === 0 && <td>{cellText(row)}</td>}
              {columns.map(column => (
                <Cell key={column} text={cellText(member(row, column))} />
              ))}
            </tr>
          ))}
          <Gap rows={below} />
        </tbody>
      </table>
    </div>
  )
}

const Cell = ({ text }: { text: string }) => (
  <td {...(text.length > 20 && { title: text.slice(0, 400) })}>{text.slice(0, 200)}</td>
)

/** Stands for rows that are not drawn, so that the scrollbar tells the truth. */
const Gap = ({ rows }: { rows: number }) =>
  rows > 0 && <tr aria-hidden style={{ height: rows * rowHeight }} />
