import type { ComponentError } from '../../definitions/index.ts'

/** What is shown of an error: nothing that an answer or a header might have brought along. */
export type ErrorInfo = Readonly<
  Pick<ComponentError, 'name' | 'message' | 'recovery'> & Partial<Record<'path' | 'hint', string>>
>

export const serializeError = ({
  name,
  message,
  recovery,
  path,
  hint,
}: ComponentError): ErrorInfo => ({
  name,
  message,
  recovery,
  ...(path && { path }),
  ...(hint && { hint }),
})
