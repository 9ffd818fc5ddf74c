import type { ComponentError } from '../../definitions/index.ts'
import { InvalidInput, type Problem } from '../input/problems.ts'

/** What is shown of an error: nothing that an answer or a header might have brought along. */
export type ErrorFacts = Readonly<
  Pick<ComponentError, 'name' | 'message' | 'recovery'> & Partial<Record<'path' | 'hint', string>>
> & {
  /** Everything wrong with an input. */
  readonly problems?: readonly Problem[]
}

export const errorFacts = (error: ComponentError): ErrorFacts => {
  const { name, message, recovery, path, hint } = error
  return {
    name,
    message,
    recovery,
    ...(path && { path }),
    ...(hint && { hint }),
    ...(error instanceof InvalidInput && { problems: error.problems }),
  }
}
