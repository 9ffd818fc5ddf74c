/** Levenshtein's: insertions, deletions and replacements that turn one text into the other. */
export const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const maxCompared = 100

/** The most similar name; undefined where none is near. */
export const closest = (text: string, names: readonly string[]): string | undefined =>
  nearest(text, names, 1)[0]

/** Names that the text may be a slip of, the nearest first and each once. */
export const nearest = (
  text: string,
  names: readonly string[],
  count: number,
): readonly string[] => {
  const compared = text.slice(0, maxCompared).toLowerCase()
  return [...new Set(names)]
    .map(name => ({ name, away: distance(compared, name.slice(0, maxCompared).toLowerCase()) }))
    .filter(({ away }) => away <= maxAway(compared))
    .sort((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ name }) => name)
}

/** A third of the letters may be wrong, and two in short words. */
const maxAway = ({ length }: string): number => Math.max(2, length / 3)
