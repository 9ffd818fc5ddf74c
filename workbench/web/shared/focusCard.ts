export const cardId = (name: string) => `node ${name}`

/** Once it has been drawn. */
export const focusCard = (name: string | undefined) => {
  if (name !== undefined)
    requestAnimationFrame(() => document.getElementById(cardId(name))?.focus())
}
