/** The form in which texts are compared that people take for the same but for case. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Accents as people type them, and as they were given: files and macOS have them as letters apart. */
export const writtenForms = (text: string): readonly string[] => [
  ...new Set([text.normalize('NFC'), text]),
]

/** Letters and digits alone, and what phones can dial; the whole text where there are none. */
export const bareText = (text: string): string =>
  fold(text).replace(/[^\p{L}\p{M}\p{N}+*#]/gu, '') || fold(text)

/** Root order, the same on every machine, or where there is none, that of the letters without accents. */
export const comparing =
  (collator: Pick<Intl.Collator, 'compare'> | undefined) =>
  (a: string, b: string): number => {
    const [left, right] = [fold(a), fold(b)]
    if (collator) return collator.compare(left, right)
    return order(letters(left), letters(right)) || order(left, right)
  }

/** Below 0 where the first text comes first, as people read them. A host such as GraalJS has no `Intl`. */
export const compareTexts = comparing(
  typeof Intl === 'undefined' ? undefined : new Intl.Collator('en'),
)

const order = (a: string, b: string): number => Number(a > b) - Number(a < b)

const letters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** The ids of leads and their labels. It also keeps anything else out of a path. */
export const uuid = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'

const uuidPattern = new RegExp(uuid)
export const isUuid = (text: string): boolean => uuidPattern.test(text)
