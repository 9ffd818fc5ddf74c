import { ErrorSchemaBuilder, type ErrorSchema } from '@rjsf/utils'
import type { Mistake } from './fieldProblems.ts'

/** Mistakes as the form hands them down to its fields. */
export const errorSchemaOf = (mistakes: readonly Mistake[]): ErrorSchema<unknown> => {
  const builder = new ErrorSchemaBuilder<unknown>()
  for (const { path, message } of mistakes)
    builder.addErrors(message, path.match(/[^.[\]]+/g) ?? [])
  return builder.ErrorSchema
}
