import type { PaletteEntry, PaletteGroup } from './palette.ts'

/** Words that people type for those of the operations. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  create: ['add', 'new'],
  upsert: ['create', 'update'],
  make: ['add', 'new'],
  insert: ['add'],
  contact: ['person'],
  contacts: ['persons'],
  people: ['persons'],
  customer: ['person', 'organization'],
  company: ['organization'],
  companies: ['organizations'],
  opportunity: ['deal'],
  remove: ['delete'],
  find: ['search'],
  lookup: ['search', 'details'],
  query: ['search'],
  read: ['details', 'get'],
  fetch: ['get'],
  view: ['details'],
  list: ['get'],
  all: ['get'],
  edit: ['update', 'updated', 'custom'],
  change: ['update', 'updated', 'custom'],
  changed: ['updated'],
  when: ['new', 'updated'],
  webhook: ['new', 'updated'],
  http: ['custom'],
  api: ['custom'],
  request: ['custom'],
  rest: ['custom'],
  meeting: ['activity'],
  call: ['activity', 'custom'],
  task: ['activity'],
}

/**
 * Operations that match every word of a search, the best first: those whose title is meant come
 * before those that only mention it.
 */
export const searchPalette = (
  groups: readonly PaletteGroup[],
  search: string,
): readonly PaletteEntry[] => {
  const text = search.trim().toLowerCase()
  const words = text.split(/\s+/)
  const scored = groups.flatMap(({ title, entries }) =>
    entries.flatMap(entry => {
      const each = words.map(word => scoreOf(word, entry, title))
      if (each.includes(0)) return []
      return [{ entry, score: each.reduce((sum, one) => sum + one, wholeScore(text, entry)) }]
    }),
  )
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry)
}

const wholeScore = (text: string, { title }: PaletteEntry): number => {
  const whole = title.toLowerCase()
  if (whole === text) return 100
  return whole.startsWith(text) ? 50 : 0
}

const scoreOf = (word: string, entry: PaletteEntry, group: string): number => {
  const own = wordScore(word, entry, group)
  const others = (synonyms[word] ?? []).map(
    (other, index) => wordScore(other, entry, group) - 1 - index,
  )
  return Math.max(own, 0, ...others)
}

const wordScore = (word: string, entry: PaletteEntry, group: string): number => {
  const title = entry.title.toLowerCase()
  const parts = title.split(/\s+/)
  if (parts.includes(word)) return 21
  if (parts.some(part => part.startsWith(word))) return 20
  if (title.includes(word)) return 15
  if (entry.operation.toLowerCase().includes(word)) return 12
  if (group.toLowerCase().includes(word)) return 10
  return new RegExp(`\\b${escape(word)}`).test(entry.description.toLowerCase()) ? 3 : 0
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
