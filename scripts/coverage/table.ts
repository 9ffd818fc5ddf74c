import type { Component, Properties } from '../../definitions/index.ts'
import { reasonFor } from './reasons.ts'

/** What an action's own call takes, and what of it the form offers. */
export interface Coverage {
  readonly action: string
  /** Such as `PATCH /api/v2/deals/{id}`. */
  readonly call: string
  readonly taken: readonly string[]
  readonly offered: readonly string[]
  readonly gaps: readonly { readonly member: string; readonly reason: string | undefined }[]
}

/** Where a form has another name than the API. */
const named: Readonly<Record<string, readonly string[]>> = {
  owner_id: ['owner_id', 'user_id'],
  emails: ['email'],
  phones: ['phone'],
  sort_by: ['sort'],
  sort_direction: ['sort'],
}

/** Of a list, the API takes the keys to return, and the form the values to look for. */
const isOther = (call: string, member: string) =>
  call.startsWith('GET ') && member === 'custom_fields'

/** One row for each action, in the order of the forms. */
export const coverage = (
  { actions, budget }: Pick<Component, 'actions' | 'budget'>,
  members: ReadonlyMap<string, readonly string[]>,
): readonly Coverage[] =>
  actions.map(({ name, properties }) => {
    const [own] = budget.callsOf(name, {})
    const call = `${own?.method} ${own?.path}`
    const taken = members.get(call)
    if (!taken) throw new TypeError(`${name}: the files have no ${call}`)
    const form = namesIn(properties)
    const offered = taken
      .filter(one => !isOther(call, one))
      .filter(one => (named[one] ?? [one]).some(known => form.has(known)))
    const gaps = taken
      .filter(one => !offered.includes(one))
      .map(one => ({ member: one, reason: reasonFor(call, one) }))
    return { action: name, call, taken, offered, gaps }
  })

/** The properties of a form, and those of the record in it. */
const namesIn = (properties: Properties): ReadonlySet<string> =>
  new Set(
    Object.entries(properties).flatMap(([name, property]) => [
      name,
      ...Object.keys(property.properties ?? {}),
    ]),
  )
