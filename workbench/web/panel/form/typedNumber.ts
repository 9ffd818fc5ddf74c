const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/
/** A double holds any decimal of so many digits. */
const exactDigits = 15

/** A number where the text is one and nothing is lost, and the text itself otherwise. */
export const numberFromText = (text: string): number | string =>
  decimal.test(text) && text.replace(/\D/g, '').length <= exactDigits ? Number(text) : text
