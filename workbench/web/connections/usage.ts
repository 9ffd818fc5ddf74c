import type { ConnectionView } from '../../api/index.ts'
import { count } from '../shared/format.ts'

type Usage = ConnectionView['usage']
export type Day = Usage[number]

const dayLength = 24 * 60 * 60 * 1_000
export const daysShown = 30

/** The last thirty days, oldest first; on those that are missing nothing was used. */
export const everyDay = (usage: Usage, now: number): readonly Day[] =>
  Array.from({ length: daysShown }, (_, index) => {
    const at = now - (daysShown - 1 - index) * dayLength
    const day = new Date(at).toISOString().slice(0, 10)
    return usage.find(known => known.day === day) ?? { day, calls: 0, tokenCost: 0 }
  })

export const tokensIn = (days: readonly Day[]): number =>
  days.reduce((sum, { tokenCost }) => sum + tokenCost, 0)

/** Of the busiest of the days that are shown. */
export const maxTokensIn = (connections: readonly Pick<ConnectionView, 'usage'>[], now: number) =>
  Math.max(0, ...connections.flatMap(({ usage }) => everyDay(usage, now)).map(day => day.tokenCost))

const dayOfMonth = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

export const dayName = ({ day }: Day): string => dayOfMonth.format(new Date(day))

export const sentence = (day: Day): string =>
  `${dayName(day)}: ${count(day.tokenCost, 'token')}, ${count(day.calls, 'call')}`
