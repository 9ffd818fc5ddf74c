import { isRecord } from '../../definitions/index.ts'

/** Arguments as they are meant: an agent has no workflow whose outputs `${…}` could stand for. */
export const literal = (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, asText(value)]))

const asText = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('${', () => '$${')
  if (Array.isArray(value)) return value.map(asText)
  return isRecord(value) ? literal(value) : value
}

/** Some models send null or an empty text for what they leave out. */
export const isGiven = (argument: unknown): boolean => (argument ?? '') !== ''
