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
export const closest = (text: string, names: readonly string[]): string | undefined => {
  const [first, ...others] = names
  if (first === undefined) return undefined
  const compared = text.slice(0, maxCompared)
  let best = { name: first, away: distance(compared, first) }
  for (const name of others) {
    const away = distance(compared, name)
    if (away < best.away) best = { name, away }
  }
  return best.name
}
