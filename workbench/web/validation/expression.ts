import { referencesIn } from '../../../engine/index.ts'

/** A text with references (`${node.path}`), well-formed or not. */
export const isExpression = (value: unknown): value is string =>
  typeof value === 'string' && referencesIn(value, '').length > 0
