import type { PropertyManifest } from '../../../definitions/index.ts'
import type { NodeJson } from '../../api/index.ts'

const maxLength = 60

/** What a step is about, in a few words: its most important field that is filled in. */
export const summaryOf = (
  properties: readonly PropertyManifest[],
  parameters: NodeJson['parameters'],
): string | undefined => {
  const filled = fieldsIn(properties, parameters)
  const field = filled.find(({ isRequired }) => isRequired) ?? filled[0]
  return field && `${field.label} = ${shorten(field.text)}`
}

interface Field {
  readonly label: string
  readonly text: string
  readonly isRequired: boolean
}

const fieldsIn = (properties: readonly PropertyManifest[], values: object): readonly Field[] =>
  properties.flatMap(({ name = '', label = name, required, defaultValue, properties = [] }) => {
    const value: unknown = Reflect.get(values, name)
    if (value === undefined || value === null || value === '' || value === defaultValue) return []
    if (typeof value === 'object') return properties.length > 0 ? fieldsIn(properties, value) : []
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [{ label, text, isRequired: required === true }]
  })

const shorten = (text: string) =>
  text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
