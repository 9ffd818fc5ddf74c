import type { ComponentManifest, SubjectManifest } from '../../../definitions/index.ts'

/** An operation as the palette offers it. */
export interface PaletteEntry {
  readonly operation: string
  readonly kind: 'trigger' | 'task'
  readonly title: string
  readonly description: string
  /** What it does; absent where it may do anything. */
  readonly verb?: string
}

export interface PaletteGroup {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

type Named = Pick<PaletteEntry, 'title' | 'description'> & {
  readonly name: string
  readonly subject?: SubjectManifest
}

const entryOf = (
  kind: PaletteEntry['kind'],
  { name, title, description, subject }: Named,
): PaletteEntry => ({
  operation: name,
  kind,
  title,
  description,
  ...(subject && { verb: subject.verb }),
})

export const paletteOf = (manifest: ComponentManifest): readonly PaletteGroup[] => {
  const { actions, triggers, customAction, customActionDefinition, records = [] } = manifest
  // Operations go by what they work on.
  const subjectOf = ({ subject }: Named) =>
    records.find(({ name }) => name === subject?.record)?.pluralTitle ?? 'Other'
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
