import { useState } from 'react'
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { itemOf } from '../../validation/inputs.ts'
import type { InputProps } from './inputProps.tsx'
import { LeafField } from './LeafField.tsx'
import { LiveOptions, loadMoreValue } from './LiveOptions.tsx'
import { customId, idFromText } from './LiveSelect.tsx'
import {
  useChosen,
  useOptions,
  useOptionsSource,
  useRemember,
  type OptionsSource,
} from './options.ts'
import { useControl, type Control, type FormField } from './useControl.ts'

type Value = string | number

/** Any number of choices that only the account knows, each of them once. */
export const LiveChoicesField = (props: FormField) => {
  const control = useControl(props)
  return (
    <LeafField control={control}>
      {input => <LiveMultiSelect control={control} input={input} />}
    </LeafField>
  )
}

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number'

const LiveMultiSelect = ({ control, input }: { control: Control; input: InputProps }) => {
  const { value, change, label, emptyText } = control
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({
    onDropdownClose() {
      combobox.resetSelectedOption()
      setTyped('')
    },
  })
  const item = itemOf(control.property)
  const source = useOptionsSource({ path: control.path, property: item })
  const remember = useRemember(source)
  const list = useOptions(source, typed, combobox.dropdownOpened)
  const chosen = Array.isArray(value) ? value.filter(isValue) : []
  const all = list.data?.pages.flatMap(page => page.options) ?? []
  const options = all.filter(option => !chosen.includes(option.value))

  const setChosen = (values: readonly Value[]) => change(values.length > 0 ? values : undefined)
  const add = (submitted: string) => {
    if (submitted === loadMoreValue) return list.loadMore()
    const option = options.find(one => String(one.value) === submitted)
    if (option) remember(option)
    const added = option?.value ?? idFromText(item.type, submitted)
    if (added !== undefined && !chosen.includes(added)) setChosen([...chosen, added])
    setTyped('')
  }
  // Its own placeholder is the text of the button that adds to a list.
  const { id, placeholder: _placeholder, ...field } = input
  return (
    <Combobox store={combobox} onOptionSubmit={add} shadow="md" withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput {...field} labelProps={{ htmlFor: id }} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {chosen.map(one => (
              <ChosenPill
                key={one}
                source={source}
                value={one}
                onRemove={() => setChosen(chosen.filter(other => other !== one))}
              />
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                id={id}
                aria-label={label}
                placeholder={chosen.length === 0 ? emptyText || 'Choose or search' : ''}
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={event => {
                  setTyped(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.resetSelectedOption()
                }}
                onKeyDown={event => {
                  if (event.key === 'Backspace' && typed === '') setChosen(chosen.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <LiveOptions
          isConnected={source.isConnected}
          list={list}
          options={options}
          value={undefined}
          isSearched={list.isSearched}
          custom={customId(item.type, typed, all)}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}

interface PillProps {
  readonly source: OptionsSource
  readonly value: Value
  readonly onRemove: () => void
}

const ChosenPill = ({ source, value, onRemove }: PillProps) => {
  const { data } = useChosen(source, value)
  const label = data?.label ?? String(value)
  return (
    <Pill
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': `Remove ${label}`, 'aria-hidden': false, tabIndex: 0 }}
    >
      {label}
    </Pill>
  )
}
