import { fold } from '../text.ts'
import type { Option } from '../../definitions/index.ts'

/** A choice with what tells it from others of the same name, the most telling first. */
export interface Choice<Value> extends Option<Value> {
  readonly details?: readonly (string | null | undefined)[]
  /** What else it goes by. */
  readonly aliases?: readonly (string | null | undefined)[]
}

/** A name with single spaces. */
export const plain = (name: string): string => name.trim().replace(/\s+/g, ' ')

/** The choices that are called so; those in the same case alone, if there are any. */
export const calledExactly = <Named extends Pick<Choice<unknown>, 'label' | 'aliases'>>(
  text: string,
  choices: readonly Named[],
): readonly Named[] => {
  const called = (same: (name: string) => string) => (choice: Named) =>
    [choice.label, ...(choice.aliases ?? [])].some(
      name => typeof name === 'string' && same(plain(name)) === same(plain(text)),
    )
  const identical = choices.filter(called(name => name))
  return identical.length > 0 ? identical : choices.filter(called(fold))
}

/** Adds to equal labels what tells them apart, and at last the value itself. */
export const distinctLabels = <Value>(
  choices: readonly Choice<Value>[],
): readonly Option<Value>[] => {
  const most = Math.max(0, ...choices.map(({ details = [] }) => details.length))
  let labelled = choices
  for (let depth = 0; depth <= most; depth++) {
    const counts = new Map<string, number>()
    for (const { label } of labelled) counts.set(fold(label), (counts.get(fold(label)) ?? 0) + 1)
    labelled = labelled.map(choice => {
      if (counts.get(fold(choice.label)) === 1) return choice
      const more = depth === most ? String(choice.value) : choice.details?.[depth]
      return more ? { ...choice, label: `${choice.label} · ${more}` } : choice
    })
  }
  return labelled.map(({ value, label }) => ({ value, label }))
}

/** A value that was chosen earlier keeps a label when it is gone. */
export const deleted = <Value>(value: Value, name: string = String(value)): Option<Value> => ({
  value,
  label: `${name} (deleted)`,
})
