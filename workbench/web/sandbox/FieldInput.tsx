import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { SandboxField } from '../../api/index.ts'
import { choicesWith } from './choices.ts'
import type { Cell } from './rows.ts'

interface Props {
  readonly field: SandboxField
  readonly value: Cell
  readonly error: string | undefined
  /** The record has a value of it, which some fields have to keep. */
  readonly isGiven: boolean
  /** The form begins with it. */
  readonly first: boolean
  readonly onChange: (value: Cell) => void
}

const maxChoices = 100

/** The control for one cell; what is emptied becomes null. */
export const FieldInput = ({ field, value, error, isGiven, first, onChange }: Props) => {
  const { key, label, type } = field
  const required = field.required === true || (field.kept === true && isGiven)
  const common = {
    name: key,
    label,
    error,
    required,
    'data-autofocus': first || undefined,
  }
  switch (type) {
    case 'boolean':
      return (
        <Switch
          name={key}
          label={label}
          error={error}
          checked={value === true}
          onChange={event => onChange(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          data={[...choicesWith(field, value)]}
          value={typeof value === 'boolean' ? null : value}
          onChange={onChange}
          searchable
          clearable={!required}
          allowDeselect={!required}
          limit={maxChoices}
          nothingFoundMessage="No matches"
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'boolean' ? '' : (value ?? '')}
          onChange={given => onChange(typeof given === 'number' ? given : null)}
          hideControls
        />
      )
    case 'text':
    case 'date':
      return (
        <TextInput
          {...common}
          type={type}
          value={String(value ?? '')}
          onChange={event => onChange(event.currentTarget.value || null)}
        />
      )
  }
}
