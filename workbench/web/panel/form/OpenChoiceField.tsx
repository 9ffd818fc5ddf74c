import { Autocomplete, Combobox } from '@mantine/core'
import { isExpression } from '../../validation/expression.ts'
import { LeafField } from './LeafField.tsx'
import { useControl, type FormField } from './useControl.ts'

/** Any text; the choices that the manifest lists are suggestions. */
export const OpenChoiceField = (props: FormField) => {
  const control = useControl(props)
  const { property, value, change } = control
  const options = property.options ?? []
  const labelOf = (given: unknown) => options.find(one => one.value === given)?.label
  const valueOf = (text: string) => options.find(({ label }) => label === text)?.value ?? text
  return (
    <LeafField control={control}>
      {(input, mode) => (
        <Autocomplete
          {...input}
          placeholder={input.placeholder || 'Choose or type'}
          data={options.map(({ label }) => label)}
          value={labelOf(value) ?? (typeof value === 'string' ? value : '')}
          onChange={text => (isExpression(text) ? mode.enter(text) : change(valueOf(text)))}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          comboboxProps={{ shadow: 'md' }}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </LeafField>
  )
}
