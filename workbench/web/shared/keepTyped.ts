/** A dialog in which something was typed closes by its buttons alone: a slip must not lose it. */
export const keepTyped = (isChanged: boolean) => ({
  closeOnClickOutside: !isChanged,
  closeOnEscape: !isChanged,
})
