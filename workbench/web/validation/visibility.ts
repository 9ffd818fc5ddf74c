import { member, parseCondition, type PropertyManifest } from '../../../definitions/index.ts'
import { propertyAt } from '../../../engine/index.ts'
import { isExpression } from './expression.ts'
import type { Inputs } from './inputs.ts'

/**
 * Whether a property is asked for, given what has been filled in. An empty field counts as its
 * default; where a reference stands, either may come out, so that the property is asked for.
 */
export const isVisible = (
  operation: Inputs,
  { displayCondition }: PropertyManifest,
  input: unknown,
): boolean =>
  displayCondition === undefined ||
  parseCondition(displayCondition).every(({ path, equals, literal }) => {
    const given = path.reduce(member, input)
    const value = given ?? propertyAt(operation, path.join('.'))?.defaultValue
    return isExpression(value) || (value === literal) === equals
  })
