import { closest, distance } from './closest.ts'
import {
  displayRules,
  type ActionManifest,
  type Problem,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { pointerToPath, valueAt } from './pointer.ts'
import { validationMessage, propertyAt, type SchemaError } from './messages.ts'

type Inputs = Pick<ActionManifest, 'properties' | 'anyOf'>

/** ajv's errors in the words of the form. */
export const problemsIn = (
  action: Inputs,
  input: unknown,
  errors: readonly SchemaError[],
): readonly Problem[] => errors.flatMap(error => problem(action, input, error))

const problem = (action: Inputs, input: unknown, error: SchemaError): readonly Problem[] => {
  const { instancePath, schemaPath, keyword, params } = error
  const rule = ruleIndex(action, schemaPath)
  if (rule !== undefined) return ruleProblem(action, rule, keyword, schemaPath)
  const path = pointerToPath(instancePath)
  if (keyword === 'required')
    return [{ path: join(path, params['missingProperty']), problem: 'is required' }]
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty'])
    return [{ path: join(path, name), problem: unknown(name, propertiesAt(action, path)) }]
  }
  if (keyword === 'if') return []
  const value = valueAt(input, instancePath)
  return [{ path, problem: validationMessage(error, value, propertyAt(action, path)) }]
}

/** Which rule across fields an error comes from; other conditions follow after those. */
const ruleIndex = ({ properties, anyOf }: Inputs, schemaPath: string): number | undefined => {
  const index = Number(/^#\/allOf\/(\d+)\//.exec(schemaPath)?.[1] ?? Number.NaN)
  return index < displayRules(properties).length + (anyOf ? 1 : 0) ? index : undefined
}

/** Rules across fields: first that something is there, then what is shown only at times. */
const ruleProblem = (
  { properties, anyOf }: Inputs,
  index: number,
  keyword: string,
  schemaPath: string,
): readonly Problem[] => {
  if (anyOf && index === 0) {
    if (keyword !== 'anyOf' || !/^#\/allOf\/0\/anyOf$/.test(schemaPath)) return []
    const choices = anyOf.map(group => group.join(' and ')).join(' or ')
    return [{ path: anyOf[0]?.[0] ?? '', problem: `${choices} is required` }]
  }
  const rule = displayRules(properties)[index - (anyOf ? 1 : 0)]
  if (keyword !== 'not' || !rule) return []
  return [{ path: rule.path, problem: `can only be given where ${rule.condition}` }]
}

const join = (path: string, name: unknown) => (path ? `${path}.${String(name)}` : String(name))

const unknown = (name: string, properties: readonly PropertyManifest[]): string => {
  const names = properties.map(property => property.name ?? '')
  const near = names.length > 0 ? closest(name, names) : undefined
  if (near !== undefined && distance(name, near) <= Math.max(2, name.length / 3))
    return `is not a property; did you mean ${near}?`
  return names.length > 0
    ? `is not a property; there are ${names.join(', ')}`
    : 'is not a property; there are none'
}

const propertiesAt = (action: Inputs, path: string): readonly PropertyManifest[] =>
  path === '' ? action.properties : (propertyAt(action, path)?.properties ?? [])
