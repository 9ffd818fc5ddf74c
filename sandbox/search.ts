import type { CustomField, CustomValues } from './fields/types.ts'
import { isParts } from './fields/types.ts'
import { invalid } from './errors.ts'

const searchable = new Set([
  ...['address', 'varchar', 'text', 'varchar_auto', 'double', 'monetary', 'phone'],
])

/** The texts of those custom fields that Pipedrive searches. */
export const customTexts = (fields: readonly CustomField[], values: CustomValues) => {
  const texts: string[] = []
  for (const field of fields) {
    const value = searchable.has(field.type) ? values[field.code] : undefined
    if (value === undefined) continue
    texts.push(String(isParts(value) ? value['value'] : value))
  }
  return texts
}

export interface Wanted {
  readonly term: string
  readonly exact: boolean
}

export const wantedOf = (query: {
  readonly term?: string
  readonly exact_match?: boolean
}): Wanted => {
  const exact = query.exact_match ?? false
  const term = (query.term ?? '').trim().toLocaleLowerCase()
  if (term.length < (exact ? 1 : 2))
    throw invalid(`term must have at least ${exact ? 1 : 2} characters`)
  return { term, exact }
}

/** Whole text, beginning, or anywhere; the figures themselves carry no meaning. */
export const scoreOf = ({ term, exact }: Wanted, texts: Iterable<string>) => {
  let best = 0
  for (const text of texts) {
    const lower = text.toLocaleLowerCase()
    if (lower === term) return 1.22
    if (exact) continue
    if (lower.startsWith(term)) best = Math.max(best, 0.71)
    else if (best === 0 && lower.includes(term)) best = 0.316
  }
  return best
}
