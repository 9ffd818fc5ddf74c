import { isRecord } from '../../definitions/index.ts'

/** A value without the members that are empty. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      one === null || one === undefined ? [] : [[name, withoutNulls(one)]],
    ),
  )
}

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')

/** How much is kept of texts and of lists, until it fits. */
const levels = [
  { characters: 2_000, entries: 200, members: 500 },
  { characters: 500, entries: 50, members: 500 },
  { characters: 200, entries: 10, members: 500 },
  { characters: 50, entries: 2, members: 100 },
  { characters: 20, entries: 0, members: 5 },
] as const

export interface Fitted {
  readonly value: unknown
  /** What was cut, such as `body.data.notes: 500 of 12000 characters`. */
  readonly cuts: readonly string[]
}

/** A value that is within this size as JSON, and what was cut for it. */
export const fitted = (value: unknown, maxBytes: number): Fitted => {
  if (bytesOf(value) <= maxBytes) return { value, cuts: [] }
  for (const level of levels) {
    const cuts: string[] = []
    const short = shortened(value, level, '', cuts)
    if (bytesOf(short) <= maxBytes) return { value: short, cuts }
  }
  return { value: {}, cuts: [`everything: 0 of ${bytesOf(value)} bytes`] }
}

/** As many of the cuts as there is room for; the others are counted. */
export const cutTexts = (cuts: readonly string[], room: number): readonly string[] => {
  let used = 0
  const shown = cuts.filter(cut => (used += Buffer.byteLength(cut) + 3) <= room)
  const more = cuts.length - shown.length
  return more === 0 ? shown : [...shown, `${more} more places`]
}

const shortened = (
  value: unknown,
  level: (typeof levels)[number],
  path: string,
  cuts: string[],
): unknown => {
  const { characters, entries, members } = level
  const within = (one: unknown, name: string) => shortened(one, level, name, cuts)
  const cut = (kept: number, all: number, of: string) =>
    void cuts.push(`${path}: ${kept} of ${all} ${of}`)
  if (typeof value === 'string') {
    const text = Array.from(value.slice(0, 2 * characters + 2))
    if (text.length <= characters) return value
    cut(characters, value.length, 'characters')
    return `${text.slice(0, characters).join('')}…`
  }
  if (Array.isArray(value)) {
    if (value.length > entries) cut(entries, value.length, 'entries')
    return value.slice(0, entries).map((one, at) => within(one, `${path}[${at}]`))
  }
  if (!isRecord(value)) return value
  const all = Object.entries(value)
  if (all.length > members) cut(members, all.length, 'members')
  return Object.fromEntries(
    all
      .slice(0, members)
      .map(([name, one]) => [name, within(one, path === '' ? name : `${path}.${name}`)]),
  )
}
