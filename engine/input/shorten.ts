const maxShown = 60

/** A text from outside as an error shows it. */
export const shorten = (text: string): string =>
  text.length > maxShown ? `${text.slice(0, maxShown)}…` : text

const maxNames = 10

/** Names in a list, of which the last ones are likely to be meant. */
export const shortenList = (names: readonly string[]): string => {
  const more = names.length - maxNames
  const last = names.slice(-maxNames).map(shorten)
  return [...(more > 0 ? [`${more} more`] : []), ...last].join(', ')
}
