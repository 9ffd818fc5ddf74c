/** Root order, the same on every machine. A host without `Intl`, such as GraalJS, has code points. */
const collator = typeof Intl === 'undefined' ? undefined : new Intl.Collator('en')

/** The form in which texts are compared that people take for the same but for case. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Below 0 where the first text comes first, as people read them. */
export const compareTexts = (a: string, b: string): number => {
  const [left, right] = [fold(a), fold(b)]
  if (collator) return collator.compare(left, right)
  if (left === right) return 0
  return left < right ? -1 : 1
}
