import { isRecord, nearest } from '../../definitions/index.ts'
import { fold } from '../text.ts'
import { allOf, list, not, shown, type Encode, type Encoded } from './encoded.ts'
import type { CustomField } from './fields.ts'
import { optionsOf } from './options.ts'

/** A label or an id. */
export const option: Encode = (given, field) => {
  const options = optionsOf(field)
  const wanted = String(given)
  const same = (compare: (label: string) => string) =>
    options.filter(({ label }) => compare(label) === compare(wanted))
  if (typeof given !== 'string' && typeof given !== 'number') return not(given, 'an option')
  const byId = options.filter(({ id }) => String(id) === wanted)
  const exact = same(label => label)
  const [first, ...others] =
    [
      ...(typeof given === 'number' ? [byId, exact] : [exact, same(tidy), same(foldTidy), byId]),
      [],
    ].find(found => found.length > 0) ?? []
  if (first && others.length === 0) return { value: first.id }
  if (first)
    return {
      problem: `there are several options ${shown(given)}; give one by its id: ${[first, ...others].map(({ id }) => id).join(', ')}`,
    }
  const labels = options.map(({ label }) => label)
  return {
    problem: `${shown(given)} is not one of the options${hint(wanted, labels)}`,
    isStale: true,
  }
}

const hint = (wanted: string, labels: readonly string[]): string => {
  const near = nearest(wanted, labels, 3)
  if (near.length > 0) return `; did you mean ${list(near)}?`
  return labels.length > 0 ? `; there are ${allOf(labels)}` : ': the field has none'
}

export const tidy = (label: string) => label.trim().normalize('NFC')
export const foldTidy = (label: string) => fold(label.trim())

/** Several labels or ids, which take the place of those that were chosen; none of them clears. */
export const options: Encode = (given, field) => {
  const chosen = Array.isArray(given) ? given : [given]
  const values: unknown[] = []
  const wrong: Wrong[] = []
  for (const one of chosen) {
    const encoded = option(one, field)
    if ('problem' in encoded) wrong.push(encoded)
    else if (!values.includes(encoded.value)) values.push(encoded.value)
    if (wrong.length >= maxExplained) break
  }
  return wrong.length > 0 ? joined(wrong) : { value: values.length > 0 ? values : null }
}

type Wrong = Extract<Encoded, { readonly problem: string }>

/** Looking for similar labels takes its time. */
const maxExplained = 5

const joined = (encoded: readonly Encoded[]): Encoded => {
  const wrong = encoded.flatMap(one => ('problem' in one ? [one] : []))
  return {
    problem: [...new Set(wrong.map(({ problem }) => problem))].join('; '),
    isStale: wrong.some(({ isStale }) => isStale === true),
  }
}

type Change = Readonly<Record<string, unknown>>

/** `{ "add": […], "remove": […] }`: what is to change in a field of several options. */
export const isChange = (given: unknown): given is Change =>
  isRecord(given) &&
  Object.keys(given).length > 0 &&
  Object.keys(given).every(key => key === 'add' || key === 'remove')

/** The options that are chosen after a change of those that are chosen now. */
export const changedOptions = (given: Change, field: CustomField, current: unknown): Encoded => {
  const added = options(given['add'] ?? [], field)
  const removed = options(given['remove'] ?? [], field)
  if ('problem' in added || 'problem' in removed) return joined([added, removed])
  const ids = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const left = ids(current).filter(id => !ids(removed.value).includes(id))
  const all = [...new Set([...left, ...ids(added.value)])]
  return { value: all.length > 0 ? all : null }
}
