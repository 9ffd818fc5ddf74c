import type { OptionsPage } from '../../definitions/index.ts'
import { bytesOf } from './fit.ts'
import type { Answer } from './tool.ts'

/** Bytes for everything that is not a choice. */
const reserved = 1_000

/** As many of the choices as there is room for, and what to do about the others. */
export const findAnswer = (
  { options, next }: OptionsPage<unknown>,
  maxBytes: number,
  isTooShort = false,
): Answer => {
  const kept = options.filter(within(maxBytes - reserved))
  const structured = { options: kept, ...(next !== undefined && { cursor: next }) }
  const left = options.length - kept.length
  const notes = [
    isTooShort
      ? `The latest ${kept.length}, as one character is too short for a search`
      : `${kept.length} found`,
    ...(left > 0
      ? [`${left} more are left out to fit the size of an answer: search for a longer text`]
      : []),
    ...(next !== undefined
      ? [`there are more: repeat the call with cursor ${JSON.stringify(next)}`]
      : []),
  ]
  const text = kept.map(option => JSON.stringify(option)).join('\n')
  return { structured, summary: `${notes.join('; ')}.`, text }
}

/** Keeps entries as long as there is room for them. */
const within = (room: number) => {
  let used = 0
  return (one: unknown): boolean => (used += bytesOf(one) + 1) <= room
}
