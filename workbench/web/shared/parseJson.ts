export type ParsedJson =
  { readonly value: unknown } | { readonly message: string; readonly line: number | undefined }

/** A value from text, or why there is none, with its line where the browser tells. */
export const parseJson = (text: string): ParsedJson => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { message: message.replace(/ in JSON at position.*/s, ''), line: lineIn(text, message) }
  }
}

/** Engines name the place in different ways; some don't. */
const lineIn = (text: string, message: string): number | undefined => {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length
  return /end of (JSON|data)/.test(message) ? text.trimEnd().split('\n').length : undefined
}
