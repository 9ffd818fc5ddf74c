import { collectStrings } from '../../../../engine/index.ts'
import type { Operation } from '../../shared/component.ts'
import type { Source } from '../../output/sources.ts'
import { isExpression } from '../../validation/expression.ts'
import { propertyOf } from '../../validation/inputs.ts'
import { misfit } from './fit.ts'
import { previewOf } from './preview.ts'

/** Fields of a node whose references come to something of another type. */
export const misfitsIn = (
  operation: Operation,
  parameters: unknown,
  sources: readonly Source[],
): readonly string[] =>
  collectStrings(parameters, '').flatMap(({ path, text }) => {
    const property = isExpression(text) ? propertyOf(operation, path) : undefined
    if (!property) return []
    const { value } = previewOf(text, sources, [])
    const field = { label: property.label ?? path, property, required: false }
    return value === undefined ? [] : (misfit(field, text, value, sources) ?? [])
  })
