import { createContext, use } from 'react'
import type { FieldProps } from '@rjsf/utils'
import type { PropertyManifest } from '../../../../definitions/index.ts'
import type { Operation } from '../../shared/component.ts'
import type { FieldError } from '../../validation/fieldErrors.ts'
import { propertyOf } from '../../validation/inputs.ts'
import { usePanelNode } from '../nodeContext.ts'
import { clearingWords } from './clearingWords.ts'

/** What every field of a form needs to know about itself. */
export interface Control {
  readonly id: string
  /** `person.email[0].value` */
  readonly path: string
  readonly label: string
  /** It stands in a list, whose label is the only one. */
  readonly isRow: boolean
  readonly property: PropertyManifest
  readonly required: boolean
  readonly value: unknown
  readonly errors: readonly string[]
  /** What an empty field stands for; nothing where that is nothing special. */
  readonly emptyText: string
  /** Undefined takes the value away. */
  readonly change: (value: unknown) => void
}

export type FormField = FieldProps<unknown>

const unknownProperty: PropertyManifest = { type: 'STRING', controlType: 'TEXT' }

export const useControl = (props: FormField): Control => {
  const { operation } = usePanelNode()
  const { fieldPathId, formData, onChange, rawErrors = [], required = false, schema } = props
  const path = pathOf(fieldPathId.path)
  const { title } = schema
  const property = propertyOf(operation, path) ?? unknownProperty
  return {
    id: fieldPathId.$id,
    path,
    label: title ?? rowLabel(operation, path),
    isRow: title === undefined,
    property,
    required,
    value: formData,
    errors: rawErrors,
    emptyText: isLeftAlone(operation, path, property, required)
      ? clearingWords(operation).empty
      : '',
    change: value => onChange(value, fieldPathId.path),
  }
}

/** Where null clears it or another member of its group, an empty field leaves it as it is. */
const isLeftAlone = (
  operation: Operation,
  path: string,
  { nullable }: PropertyManifest,
  required: boolean,
): boolean => {
  if (nullable) return true
  const end = path.lastIndexOf('.')
  if (required || end < 0) return false
  const group = propertyOf(operation, path.slice(0, end))
  return group?.properties?.some(other => other.nullable) === true
}

/** `Lead Labels 2` */
const rowLabel = (operation: Operation, path: string): string => {
  const [, list = '', index] = /^(.*)\[(\d+)\]$/.exec(path) ?? []
  return `${propertyOf(operation, list)?.label ?? list} ${Number(index) + 1}`
}

/** From the way through the form to the way that people write. */
const pathOf = (keys: readonly (string | number)[]): string =>
  keys
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')

/** The form as a whole, for fields that depend on others. */
export interface FormState {
  readonly draft: unknown
  /** Those that are shown. */
  readonly errors: readonly FieldError[]
  /** Marks a field as visited: from now on it may report that it is empty. */
  readonly touch: (path: string) => void
}

const Context = createContext<FormState>({ draft: {}, errors: [], touch: () => {} })
export const FormStateProvider = Context.Provider
export const useFormState = () => use(Context)
