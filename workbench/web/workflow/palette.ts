import type { ComponentManifest } from '../../../definitions/index.ts'

/** An operation as the palette entries it. */
export interface PaletteEntry {
  readonly operation: string
  readonly kind: 'trigger' | 'task'
  readonly title: string
  readonly description: string
}

export interface PaletteGroup {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

type Named = Pick<PaletteEntry, 'title' | 'description'> & { readonly name: string }

const entryOf = (
  kind: PaletteEntry['kind'],
  { name, title, description }: Named,
): PaletteEntry => ({
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

export const paletteOf = (manifest: ComponentManifest): readonly PaletteGroup[] => {
  const { actions, triggers, customAction, customActionDefinition } = manifest
  const subjects = [...new Set(actions.map(subjectOf))]
  const groups = subjects.map(title => ({
    title,
    entries: actions
      .filter(action => subjectOf(action) === title)
      .map(action => entryOf('task', action)),
  }))
  return [
    { title: 'Triggers', entries: triggers.map(trigger => entryOf('trigger', trigger)) },
    ...groups,
    ...(customAction
      ? [{ title: 'Other', entries: [entryOf('task', customActionDefinition)] }]
      : []),
  ]
}

/** Entries that hold every word of the search, in the groups that have any. */
export const searchPalette = (
  groups: readonly PaletteGroup[],
  search: string,
): readonly PaletteGroup[] => {
  const words = search.toLowerCase().split(/\s+/)
  const fits = (title: string, { operation, ...entry }: PaletteEntry) => {
    const text = `${title} ${operation} ${entry.title} ${entry.description}`.toLowerCase()
    return words.every(word => text.includes(word))
  }
  return groups
    .map(({ title, entries }) => ({ title, entries: entries.filter(each => fits(title, each)) }))
    .filter(({ entries }) => entries.length > 0)
}
