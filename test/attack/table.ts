import { groups, type Attack, type Tally } from './attack.ts'
import { elsewhere } from './elsewhere.ts'
import { testNames } from './testNames.ts'

export interface Row {
  readonly attack: Attack
  readonly tally: Tally
  /** Why what has not survived is accepted. */
  readonly reasons: readonly string[]
}

export const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')

const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`

/** The figures as a table in Markdown. */
export const figures = (rows: readonly Row[]): string => {
  const files = testNames()
  const found = (test: string) => `${(files.get(test) ?? []).join(', ')}: ${test}`
  const lines = groups.flatMap((group, at) => [
    `| **${at + 1} ${group}** | | | |`,
    ...rows
      .filter(({ attack }) => attack.group === group)
      .map(({ attack, tally: { tried, failures, remarks }, reasons }) => {
        const notes = [remarks, ...reasons, ...failures.slice(0, 3)].filter(note => note !== '')
        const figures = [attack.name, String(tried), String(tried - failures.length)]
        return line([...figures, notes.join('; ')])
      }),
    ...elsewhere
      .filter(row => row.group === group)
      .map(({ name, tests }) =>
        line([name, '–', '–', `counted by ${tests.map(found).join('; ')}`]),
      ),
  ])
  return ['| Attack | Tried | Survived | Remarks |', '| --- | --- | --- | --- |', ...lines].join(
    '\n',
  )
}
