import { findReferences } from '../../../engine/index.ts'

/** A text with references (`${node.path}`), well-formed or not. */
export const isExpression = (value: unknown): value is string =>
  typeof value === 'string' && findReferences(value, '').length > 0
