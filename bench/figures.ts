/** One measured line of the table. */
export interface Figure {
  readonly measure: string
  /** What was measured, as it is shown: `61 µs`. */
  readonly value: string
  /** What it is compared with, as it is shown. */
  readonly beside?: string
  /** The number that the goal is about, in the unit that `goal` names. */
  readonly result?: number
  /** Half the distance between the quartiles of `result`. */
  readonly spread?: number
  readonly goal?: Goal
}

export interface Goal {
  readonly max: number
  /** As it is shown: `× undici`, `ms`. */
  readonly unit: string
}

/** Worse than the goal by more than the measurement varies. */
export const isMissed = ({ result, spread = 0, goal }: Figure): boolean =>
  result !== undefined && goal !== undefined && result - spread > goal.max

const head = ['measure', 'this component', 'beside', 'result', 'goal', '']

export const printTable = (title: string, figures: readonly Figure[]): void => {
  const rows = [head, ...figures.map(cells)]
  const widths = head.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [first, ...lines] = rows.map(line)
  const rule = line(widths.map(width => '-'.repeat(width)))
  console.log([`\n### ${title}\n`, first, rule, ...lines].join('\n'))
}

const cells = (figure: Figure): readonly string[] => {
  const { measure, value, beside = '', result, spread, goal } = figure
  const told = result === undefined ? '' : `${short(result)}${spread ? ` ± ${short(spread)}` : ''}`
  const shown = goal ? `≤ ${goal.max} ${goal.unit}` : ''
  return [measure, value, beside, told, shown, verdictOn(figure)]
}

const verdictOn = (figure: Figure): string => {
  const { result, goal } = figure
  if (!goal || result === undefined) return ''
  if (result <= goal.max) return 'met'
  return isMissed(figure) ? 'missed' : 'within the spread'
}

/** Three digits that count. */
export const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
