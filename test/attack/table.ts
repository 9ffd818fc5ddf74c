import { groups, type Attack, type Tally } from './attack.ts'

export interface Row {
  readonly attack: Attack
  readonly tally: Tally
  /** Why what has not survived is accepted. */
  readonly reasons: readonly string[]
}

export const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')

/** The figures as a table in Markdown. */
export const figures = (rows: readonly Row[]): string => {
  const lines = groups.flatMap((group, at) => [
    `| **${at + 1} ${group}** | | | |`,
    ...rows
      .filter(({ attack }) => attack.group === group)
      .map(({ attack, tally: { tried, failures, remarks }, reasons }) => {
        const notes = [remarks, ...reasons, ...failures.slice(0, 3)].filter(note => note !== '')
        const figures = [attack.name, String(tried), String(tried - failures.length)]
        return `| ${[...figures, notes.join('; ')].map(cell).join(' | ')} |`
      }),
  ])
  return ['| Attack | Tried | Survived | Remarks |', '| --- | --- | --- | --- |', ...lines].join(
    '\n',
  )
}
