import type { ComponentManifest } from '../../../definitions/index.ts'

/** An operation as the palette offers it. */
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
