import type { ComponentError } from '../../definitions/index.ts'

/** What is shown of an error: nothing that an answer or a header might have brought along. */
export type ErrorFacts = Readonly<
  Pick<ComponentError, 'name' | 'message' | 'recovery'> & Partial<Record<'path' | 'hint', string>>
>

export const errorFacts = ({
  name,
  message,
  recovery,
  path,
  hint,
}: ComponentError): ErrorFacts => ({
  name,
  message,
  recovery,
  ...(path && { path }),
  ...(hint && { hint }),
})
