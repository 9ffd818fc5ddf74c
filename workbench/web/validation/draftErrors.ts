import { member } from '../../../definitions/index.ts'
import { propertyAt } from '../../../engine/index.ts'
import type { InvalidDraft } from '../workflow/invalidDrafts.ts'
import { isExpression } from './expression.ts'
import type { FieldError } from './fieldErrors.ts'
import type { Inputs } from './inputs.ts'
import { isVisible } from './visibility.ts'

/** Fields with text in them that can't be saved, of those that count at present. */
export const draftErrors = (
  operation: Inputs,
  parameters: unknown,
  drafts: Readonly<Record<string, InvalidDraft>>,
): readonly FieldError[] =>
  Object.entries(drafts).flatMap(([path, { message }]) => {
    const property = propertyAt(operation, path)
    const counts =
      property !== undefined &&
      isVisible(operation, property, parameters) &&
      !isExpression(path.split('.').reduce(member, parameters))
    return counts ? [{ path, message, missing: false }] : []
  })
