import { fold } from '../text.ts'
import type { Option } from '../../definitions/index.ts'

/** A choice with what tells it from others of the same name, the most telling first. */
export interface Choice<Value> extends Option<Value> {
  readonly details?: readonly (string | null | undefined)[]
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
