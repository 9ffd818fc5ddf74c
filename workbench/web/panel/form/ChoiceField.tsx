import { MultiSelect, Select } from '@mantine/core'
import type { OptionManifest } from '../../../../definitions/index.ts'
import { textFromValue } from './keyValue.ts'
import { LeafField } from './LeafField.tsx'
import { useControl, type FormField } from './useControl.ts'

/** Of more choices, the one that is wanted is typed. */
const maxUnsearched = 8

/** Choices that the manifest lists. */
export const ChoiceField = (props: FormField) => {
  const control = useControl(props)
  const { value, change, required } = control
  const options = optionsWith(control.property.options, value === undefined ? [] : [value])
  return (
    <LeafField control={control}>
      {input => (
        <Select
          {...input}
          placeholder={input.placeholder || 'Choose'}
          data={options.map(asItem)}
          value={value === undefined ? null : textOf(value)}
          onChange={chosen => change(valueOf(options, chosen))}
          searchable={options.length > maxUnsearched}
          clearable={!required}
          allowDeselect={!required}
          comboboxProps={{ shadow: 'md' }}
        />
      )}
    </LeafField>
  )
}

/** Any number of them: a list, or one text where the definition names what separates them. */
export const ChoicesField = (props: FormField) => {
  const control = useControl(props)
  const { value, change } = control
  const { optionsSeparator } = control.property
  const values = valuesIn(value, optionsSeparator)
  const options = optionsWith(control.property.options, values)
  return (
    <LeafField control={control}>
      {input => (
        <MultiSelect
          {...input}
          placeholder={values.length > 0 ? '' : input.placeholder || 'Choose'}
          data={options.map(asItem)}
          value={values.map(textOf)}
          onChange={chosen => {
            const list = chosen.map(one => valueOf(options, one))
            change(optionsSeparator === undefined ? list : list.join(optionsSeparator) || undefined)
          }}
          searchable={options.length > maxUnsearched}
          clearable
          comboboxProps={{ shadow: 'md' }}
        />
      )}
    </LeafField>
  )
}

const valuesIn = (value: unknown, separator: string | undefined): readonly unknown[] => {
  if (Array.isArray(value)) return value
  if (separator === undefined || typeof value !== 'string' || value === '') return []
  return value.split(separator)
}

/** Mantine tells choices apart by text: `true` and `"true"` are two. */
const textOf = textFromValue

interface Choice {
  readonly label: string
  readonly value: unknown
}

/** A value that is not on the list stays to be seen. */
const optionsWith = (
  options: readonly OptionManifest[] = [],
  values: readonly unknown[],
): readonly Choice[] => [
  ...options,
  ...values
    .filter(value => !options.some(option => option.value === value))
    .map(value => ({ label: textOf(value), value })),
]

const asItem = ({ label, value }: Choice) => ({ label, value: textOf(value) })

const valueOf = (options: readonly Choice[], text: string | null): unknown =>
  options.find(({ value }) => textOf(value) === text)?.value
