import { flushSync } from 'react-dom'
import { Select, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core'
import { isRecord, type PropertyManifest } from '../../../../definitions/index.ts'
import { emptyOf, isWanted, maxDrawn } from '../../validation/dynamicProperties.ts'
import type { Control } from './useControl.ts'

const maxChoices = 50

/** Where an account has too many fields for one form: a way to the one that is wanted. */
export const MemberPicker = ({
  control: { id, property, value, change, label },
}: {
  control: Control
}) => {
  const { properties = [] } = property
  if (properties.length <= maxDrawn) return null
  const hidden = properties.filter(member => !isWanted(member, value))
  const add = (name: string | null) => {
    const chosen = properties.find(member => member.name === name)
    if (!chosen || name === null) return
    // What is typed next goes into the field, however soon it comes.
    flushSync(() => change({ ...(isRecord(value) && value), [name]: emptyOf(chosen) }))
    focusIn(`${id}_${name}`)
  }
  return (
    <Select
      mt="md"
      aria-label={`Add one of ${label}`}
      placeholder={`Add one of ${hidden.length} more fields`}
      data={hidden.map(toItem)}
      value={null}
      onChange={add}
      searchable
      filter={cut}
      nothingFoundMessage="No field of that name"
      comboboxProps={{ shadow: 'md' }}
    />
  )
}

const focusIn = (id: string) => {
  const field = document.querySelector(`:is(input, textarea)[id^="${CSS.escape(id)}"]`)
  if (field instanceof HTMLElement) field.focus()
}

/** A list of hundreds would be slow; one that is cut says so. */
const cut: OptionsFilter = ({ options, search }) => {
  const wanted = search.trim().toLowerCase()
  const found = options.filter(option => labelOf(option).toLowerCase().includes(wanted))
  const more = found.length - maxChoices
  if (more <= 0) return found
  const rest = { value: '', label: `${more} more: type to narrow them down`, disabled: true }
  return [...found.slice(0, maxChoices), rest]
}

const labelOf = (item: ComboboxParsedItem) =>
  'label' in item && typeof item.label === 'string' ? item.label : ''

const toItem = ({ name = '', label = name }: PropertyManifest) => ({ value: name, label })
