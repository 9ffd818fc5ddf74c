import { isRecord, member, type PropertyManifest } from '../../../definitions/index.ts'

/** Only what is declared, in the declared order; what is missing is null. */
export const simplified = (properties: readonly PropertyManifest[], value: unknown): unknown => {
  if (!isRecord(value) || properties.length === 0) return value
  return Object.fromEntries(
    properties.map(({ name = '', properties: inner, items: [item] = [] }) => {
      const found = member(value, name) ?? null
      if (inner) return [name, simplified(inner, found)]
      const within = item?.properties
      if (!within || !Array.isArray(found)) return [name, found]
      return [name, found.map((entry: unknown) => simplified(within, entry))]
    }),
  )
}
