import { parseReference, reference, valueOf } from '../../../../engine/index.ts'
import type { Source } from '../../output/sources.ts'

/** A piece of a text: as it stands, or a reference by what people call it. */
export interface Part {
  readonly text: string
  readonly chip?: {
    /** The label of the step. */
    readonly step: string
    /** The way into its output, without what is in every one: `title`. */
    readonly path: string
    readonly fallback?: string
    /** Nothing is known to be there. */
    readonly isBroken: boolean
  }
}

/** The pieces of a text; a reference to a step that does not run before stays as it is written. */
export const partsOf = (text: string, sources: readonly Source[]): readonly Part[] => {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(reference)) {
    const [whole, inner] = match
    const parsed = inner === undefined ? undefined : parseReference(inner)
    const source = sources.find(({ name }) => name === parsed?.node)
    if (!parsed || !source) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    const { fallback } = parsed
    const path = parsed.path.replace(/^\.body(\.data)?/, '').replace(/^\./, '')
    const isBroken = valueOf(parsed, { [source.name]: source.output }) === undefined
    const chip = { step: source.label || source.name, path, isBroken }
    parts.push({ text: whole, chip: { ...chip, ...(fallback && { fallback: fallback.text }) } })
    end = match.index + whole.length
  }
  return end < text.length ? [...parts, { text: text.slice(end) }] : parts
}
