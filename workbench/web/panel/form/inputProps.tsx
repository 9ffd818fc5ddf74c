import type { ReactNode } from 'react'
import { Help } from '../Help.tsx'
import type { Control } from './useControl.ts'

/** What the controls of Mantine take to be labelled, described and marked. */
export interface InputProps {
  readonly id: string
  readonly label?: string
  readonly 'aria-label'?: string
  readonly description: ReactNode
  readonly error: ReactNode
  readonly withAsterisk: boolean
  readonly 'aria-required': boolean
  readonly placeholder: string
}

export const inputProps = (control: Control): InputProps => {
  const { id, label, isRow, property, required, errors } = control
  return {
    id,
    ...(isRow ? { 'aria-label': label } : { label }),
    description: property.description && <Help>{property.description}</Help>,
    error: errors.length > 0 && errors.join('. '),
    withAsterisk: required && !isRow,
    'aria-required': required,
    placeholder: property.placeholder ?? (placeholderOf(property) || control.emptyText),
  }
}

/** An empty field stands for its default, which the runtime fills in. */
const placeholderOf = ({ defaultValue, options = [] }: Control['property']): string => {
  if (defaultValue === undefined) return ''
  const label = options.find(({ value }) => value === defaultValue)?.label ?? String(defaultValue)
  return `${label} (default)`
}
