/** The number that a path's digits give; any other text, such as `1e2` or `0x1`, gives `NaN`, which no record has. */
export const pathNumber = (text: string | undefined) =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : NaN
