/** A table of what has been shown: a cell is ticked where its check was made and held. */
export const cellTable = (rows: readonly string[], columns: readonly string[]) => {
  const held = new Set<string>()
  const key = (row: string, column: string) => JSON.stringify([row, column])
  return {
    cells: rows.flatMap(row => columns.map(column => [row, column] as const)),
    check(row: string, column: string, assertion: () => void): void {
      assertion()
      held.add(key(row, column))
    },
    print(): string {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
      const mark = (row: string, column: string) => (held.has(key(row, column)) ? '✓' : '✗')
      return [
        line(['Type', ...columns]),
        line(['---', ...columns.map(() => ':-:')]),
        ...rows.map(row => line([row, ...columns.map(column => mark(row, column))])),
      ].join('\n')
    },
  }
}
