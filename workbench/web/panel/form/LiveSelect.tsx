import { useState } from 'react'
import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import type { InputProps } from './inputProps.tsx'
import { LiveOptions, loadMoreValue } from './LiveOptions.tsx'
import { useChosen, useOptions, useOptionsSource, useRemember } from './options.ts'
import { numberFromText } from '../../../../engine/index.ts'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  readonly input: InputProps
  readonly value: string | number | undefined
}

/** Searches the account as text is typed; also accepts an ID that is not listed. */
export const LiveSelect = ({ control, input, value }: Props) => {
  const { change, property, required } = control
  const [typed, setTyped] = useState<string>()
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTyped(undefined)
    },
  })
  const open = () => combobox.openDropdown()
  const source = useOptionsSource(control)
  const remember = useRemember(source)
  const chosenOption = useChosen(source, value)
  const list = useOptions(source, typed ?? '', combobox.dropdownOpened)
  const options = list.data?.pages.flatMap(page => page.options) ?? []

  const choose = (submitted: string) => {
    if (submitted === loadMoreValue) return list.loadMore()
    const option = options.find(one => String(one.value) === submitted)
    if (option) remember(option)
    change(option?.value ?? idFromText(property.type, submitted))
    combobox.closeDropdown()
  }

  const label = chosenOption.data?.label ?? (value === undefined ? '' : String(value))
  return (
    <>
      <Combobox store={combobox} onOptionSubmit={choose} shadow="md" withinPortal>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            {...input}
            placeholder={input.placeholder || 'Choose or search'}
            value={typed ?? label}
            onChange={event => {
              setTyped(event.currentTarget.value)
              open()
              combobox.resetSelectedOption()
            }}
            onClick={open}
            onFocus={event => event.currentTarget.select()}
            onBlur={() => combobox.closeDropdown()}
            rightSectionPointerEvents={value !== undefined && !required ? 'all' : 'none'}
            rightSection={
              chosenOption.isFetching ? (
                <Loader size={16} aria-hidden />
              ) : value !== undefined && !required ? (
                <Combobox.ClearButton
                  aria-label={`Clear ${control.label}`}
                  onClear={() => change(undefined)}
                />
              ) : (
                <Combobox.Chevron />
              )
            }
            autoComplete="off"
            spellCheck={false}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <LiveOptions
            isConnected={source.isConnected}
            list={list}
            options={options}
            value={value}
            isSearched={list.isSearched}
            custom={customId(property.type, typed, options)}
          />
        </Combobox.Dropdown>
      </Combobox>
      {chosenOption.data === null && (
        <Text size="xs" c="var(--app-warning)" mt={4}>
          {`${String(value)} is not one of the options`}
        </Text>
      )}
    </>
  )
}

export const idFromText = (type: Control['property']['type'], text: string) =>
  type === 'STRING' ? text : numberFromText(text)

/** What was typed, if it could be an id and is not one of those listed. */
export const customId = (
  type: Control['property']['type'],
  typed: string | undefined,
  options: readonly { readonly value: string | number }[],
): string | undefined => {
  const id = typed?.trim() ?? ''
  const fits = type === 'STRING' ? id !== '' : /^\d+$/.test(id)
  return fits && !options.some(({ value }) => String(value) === id) ? id : undefined
}
