import type { ChoiceNames, MemberNames } from '../../definitions/index.ts'
import { option } from './encodeOptions.ts'
import type { CustomField } from './fields.ts'
import { findField } from './find.ts'
import { uniqueNames } from './names.ts'
import { optionsOf } from './options.ts'

const known = new WeakMap<readonly CustomField[], MemberNames>()

/** Custom fields by name; the names of choices are the labels of options. */
export const memberNames = (fields: readonly CustomField[]): MemberNames => {
  const made = known.get(fields) ?? namesOf(fields)
  known.set(fields, made)
  return made
}

const namesOf = (fields: readonly CustomField[]): MemberNames => {
  const names = uniqueNames(fields)
  const keys = new Map([...names].map(([key, name]) => [name, key]))
  return {
    find(given) {
      const found = findField(fields, given)
      return 'field' in found ? { key: found.field.field_code } : { problem: found.problem }
    },
    nameOf: key => names.get(key),
    keyOf: name => keys.get(name),
    choicesOf(key) {
      const field = fields.find(({ field_code }) => field_code === key)
      return field?.field_type === 'enum' || field?.field_type === 'set'
        ? choicesOf(field)
        : undefined
    },
  }
}

const choicesOf = (field: CustomField): ChoiceNames => ({
  find(label) {
    const found = option(label, field)
    return 'problem' in found ? { problem: found.problem } : { key: Number(found.value) }
  },
  labelOf: wanted => optionsOf(field).find(({ id }) => id === wanted)?.label,
})
