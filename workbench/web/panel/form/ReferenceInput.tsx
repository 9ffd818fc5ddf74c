import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { Combobox, TextInput, useCombobox, type TextInputProps } from '@mantine/core'
import { referenceTo } from '../../output/values.ts'
import { openReference, type OpenReference } from '../data/completion.ts'
import { acceptsReferences, typeInto } from '../data/insertTarget.ts'
import { CompletionOptions, useCompletions } from './CompletionOptions.tsx'
import { ReferenceChips } from './ReferenceChips.tsx'
import classes from './references.module.css'

type Props = Omit<TextInputProps, 'value'> & { readonly value: string }

/** A text in which references are shown as chips, and completed while they are typed. */
export const ReferenceInput = ({ value, error, ...props }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<OpenReference>()
  const found = useCompletions(open?.query)
  const isOpen = open !== undefined && found.length > 0
  const combobox = useCombobox({ opened: isOpen })
  const { selectFirstOption } = combobox
  // Enter takes the first one.
  useEffect(() => {
    if (isOpen) selectFirstOption()
  }, [isOpen, found, selectFirstOption])
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = currentTarget
    const isCaret = selectionStart !== null && selectionStart === selectionEnd
    setOpen(isCaret ? openReference(value, selectionStart) : undefined)
  }
  const choose = (path: string) => {
    if (!open || !input.current) return
    input.current.setSelectionRange(open.start, open.end)
    typeInto(input.current, referenceTo(path))
    setOpen(undefined)
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      shadow="md"
      withinPortal
      position="bottom-start"
    >
      <Combobox.Target>
        <TextInput
          {...props}
          {...acceptsReferences}
          ref={input}
          value={value}
          // What is still being typed is not wrong yet.
          error={isOpen ? undefined : error}
          inputContainer={children => (
            <div className={classes.box}>
              {children}
              <ReferenceChips text={value} />
            </div>
          )}
          onInput={look}
          onClick={look}
          onKeyDown={event => {
            if (event.key !== 'Escape' || !isOpen) return
            event.stopPropagation()
            setOpen(undefined)
          }}
          onBlur={() => setOpen(undefined)}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <CompletionOptions found={found} />
      </Combobox.Dropdown>
    </Combobox>
  )
}
