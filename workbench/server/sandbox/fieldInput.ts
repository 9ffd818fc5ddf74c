import { InputError } from '../../../definitions/index.ts'
import type { CustomFieldInput } from '../../api/index.ts'

/** Finds what is wrong before anything is sent, at its place in the form. */
export const checkedField = ({
  name,
  type,
  options,
}: {
  readonly name: string
  readonly type: string
  readonly options?: readonly { readonly id?: number | null; readonly label: string }[] | null
}): CustomFieldInput => {
  if (name.trim() === '') throw new InputError('name', 'is required')
  if (!types.includes(type)) throw new InputError('type', 'is no type of custom fields')
  if (type !== 'enum' && type !== 'set') {
    if (options?.length) throw new InputError('options', 'only choices have options')
    return { name: name.trim(), type }
  }
  if (!options?.length) throw new InputError('options', 'a choice needs at least one option')
  const labels = options.map(({ label }) => label.trim().toLowerCase())
  for (const [at, label] of labels.entries()) {
    if (label === '') throw new InputError(`options[${at}].label`, 'is required')
    if (labels.indexOf(label) < at)
      throw new InputError(`options[${at}].label`, `“${options[at]?.label.trim()}” is there twice`)
  }
  const trimmed = options.map(({ id, label }) => ({
    ...(typeof id === 'number' && { id }),
    label: label.trim(),
  }))
  return { name: name.trim(), type, options: trimmed }
}

const types: readonly string[] = [
  ...['varchar', 'text', 'double', 'monetary', 'enum', 'set', 'user', 'people', 'org', 'phone'],
  ...['date', 'daterange', 'time', 'timerange', 'address', 'varchar_auto'],
]
