import {
  displayRules,
  isRecord,
  memberAt,
  type ActionManifest,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { validationMessage, propertyAt, type SchemaError } from './messages.ts'
import { pointerKeys, pointerToPath, valueAt } from './pointer.ts'

type Inputs = Pick<ActionManifest, 'properties' | 'anyOf'>

/** One way in which an input breaks its schema, at a path such as `person.email[0].value`. */
export type Violation = { readonly path: string } & (
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'unknown'
      readonly keys: readonly string[]
      /** The properties that could be meant. */
      readonly siblings: readonly PropertyManifest[]
    }
  /** None of these groups of paths is there. */
  | { readonly kind: 'none-of'; readonly groups: readonly (readonly string[])[] }
  /** It is there although its `displayCondition` does not hold. */
  | { readonly kind: 'hidden'; readonly condition: string }
  | { readonly kind: 'value'; readonly value: unknown; readonly problem: string }
)

/** Reads ajv's errors for the input schema of the same mode. */
export const violationsIn = (
  action: Inputs,
  input: unknown,
  errors: readonly SchemaError[],
  mode: 'run' | 'design',
): readonly Violation[] => errors.flatMap(error => violation(action, input, error, mode) ?? [])

/** A schema of a form takes a value or a reference: why a value is no reference is no news. */
const isAboutReferences = ({ keyword, schemaPath }: SchemaError) =>
  keyword === 'anyOf' || /\/anyOf\/1\//.test(schemaPath)

const violation = (
  action: Inputs,
  input: unknown,
  error: SchemaError,
  mode: 'run' | 'design',
): Violation | undefined => {
  const { instancePath, schemaPath, keyword, params } = error
  const rules = rulesOf(action, mode)
  const rule = rules[Number(/^#\/allOf\/(\d+)\//.exec(schemaPath)?.[1] ?? Number.NaN)]
  if (rule) return rule.kind === 'none-of' ? noneOf(rule, error) : hidden(rule, error, input)
  if (keyword === 'if' || isAboutReferences(error)) return undefined
  const path = pointerToPath(instancePath)
  const child = (name: unknown) => (path ? `${path}.${String(name)}` : String(name))
  if (keyword === 'required') return { path: child(params['missingProperty']), kind: 'missing' }
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty'])
    const keys = [...pointerKeys(instancePath), name]
    const parent = path === '' ? action : propertyAt(action, path)
    return { path: child(name), kind: 'unknown', keys, siblings: parent?.properties ?? [] }
  }
  const value = valueAt(input, instancePath)
  const problem = validationMessage(error, value, propertyAt(action, path))
  return { path, kind: 'value', value, problem }
}

type Rule = Extract<Violation, { readonly kind: 'none-of' | 'hidden' }>

/** Rules across fields in the order of the schema, which has other conditions after them. */
const rulesOf = ({ properties, anyOf }: Inputs, mode: 'run' | 'design'): readonly Rule[] => [
  ...(anyOf ? [{ path: anyOf[0]?.[0] ?? '', kind: 'none-of' as const, groups: anyOf }] : []),
  ...(mode === 'run'
    ? displayRules(properties).map(rule => ({ ...rule, kind: 'hidden' as const }))
    : []),
]

const noneOf = (rule: Rule, { keyword }: SchemaError) => (keyword === 'anyOf' ? rule : undefined)
/** What is no object has no members, and is wrong by itself. */
const hidden = (rule: Rule, { keyword }: SchemaError, input: unknown) => {
  const parent = rule.path.split('.').slice(0, -1).join('.')
  return keyword === 'not' && (parent === '' || isRecord(memberAt(input, parent)))
    ? rule
    : undefined
}
