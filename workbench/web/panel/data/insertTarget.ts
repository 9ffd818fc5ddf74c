import { create } from 'zustand'

/** Where a data pill goes: the field that had the focus last. */
export interface InsertTarget {
  readonly label: string
  readonly insert: (reference: string) => void
}

export const useInsertTarget = create<{ readonly target: InsertTarget | undefined }>()(() => ({
  target: undefined,
}))

export const setInsertTarget = (target: InsertTarget | undefined) =>
  useInsertTarget.setState({ target })

/** The kind of what is dragged from the list of pills. */
export const pillType = 'application/x-data-pill'

/** Marks inputs that take references within their text. */
export const acceptsReferences = { 'data-accepts-references': true }

export const textInputIn = (element: unknown): TextInputElement | undefined =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) &&
  'acceptsReferences' in element.dataset
    ? element
    : undefined

type TextInputElement = HTMLInputElement | HTMLTextAreaElement

/** At the caret, as if it had been typed, so that the form hears of it. */
export const typeInto = (input: TextInputElement, text: string) => {
  const { value, selectionStart, selectionEnd } = input
  const start = selectionStart ?? value.length
  input.setRangeText(text, start, selectionEnd ?? start, 'end')
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.focus()
}
