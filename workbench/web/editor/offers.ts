import type { ComponentManifest } from '../../../definitions/index.ts'

/** An operation as the palette offers it. */
export interface Offer {
  readonly operation: string
  readonly kind: 'trigger' | 'task'
  readonly title: string
  readonly description: string
}

export interface OfferGroup {
  readonly title: string
  readonly offers: readonly Offer[]
}

type Named = Pick<Offer, 'title' | 'description'> & { readonly name: string }

const offer = (kind: Offer['kind'], { name, title, description }: Named): Offer => ({
  operation: name,
  kind,
  title,
  description,
})

/** The noun in a name such as `getDealDetails`, as a plural: operations go by what they work on. */
const subjectOf = ({ name }: Named): string => {
  const noun = /[A-Z][a-z]+/.exec(name)?.[0] ?? 'Other'
  return noun.endsWith('s') ? noun : `${noun}s`
}

export const offersOf = (manifest: ComponentManifest): readonly OfferGroup[] => {
  const { actions, triggers, customAction, customActionDefinition } = manifest
  const subjects = [...new Set(actions.map(subjectOf))]
  const groups = subjects.map(title => ({
    title,
    offers: actions
      .filter(action => subjectOf(action) === title)
      .map(action => offer('task', action)),
  }))
  return [
    { title: 'Triggers', offers: triggers.map(trigger => offer('trigger', trigger)) },
    ...groups,
    ...(customAction ? [{ title: 'Other', offers: [offer('task', customActionDefinition)] }] : []),
  ]
}

/** Offers that hold every word of the search, in the groups that have any. */
export const matching = (groups: readonly OfferGroup[], search: string): readonly OfferGroup[] => {
  const words = search.toLowerCase().split(/\s+/)
  const fits = (title: string, { operation, ...offer }: Offer) => {
    const text = `${title} ${operation} ${offer.title} ${offer.description}`.toLowerCase()
    return words.every(word => text.includes(word))
  }
  return groups
    .map(({ title, offers }) => ({ title, offers: offers.filter(each => fits(title, each)) }))
    .filter(({ offers }) => offers.length > 0)
}
