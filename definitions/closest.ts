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

/** The most similar name; undefined where there is none at all. */
export const closest = (text: string, names: readonly string[]): string | undefined =>
  nearest(text, names, 1)[0]

/** The most similar names, the nearest first. */
export const nearest = (
  text: string,
  names: readonly string[],
  count: number,
): readonly string[] => {
  const compared = text.slice(0, maxCompared).toLowerCase()
  return names
    .map(name => ({ name, away: distance(compared, name.slice(0, maxCompared).toLowerCase()) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ name }) => name)
}
