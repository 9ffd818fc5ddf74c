import { InputError, type ComponentError, type Problem } from '../../definitions/index.ts'

/** What is shown of an error: nothing that an answer or a header might have brought along. */
export type ErrorInfo = Readonly<
  Pick<ComponentError, 'name' | 'message' | 'recovery'> & Partial<Record<'path' | 'hint', string>>
> & {
  /** Everything wrong with an input. */
  readonly problems?: readonly Problem[]
  /** The step of a run that has stopped with it. */
  readonly step?: string
}

export const serializeError = (error: ComponentError): ErrorInfo => {
  const { name, message, recovery, path, hint } = error
  return {
    name,
    message,
    recovery,
    ...(path && { path }),
    ...(hint && { hint }),
    ...(error instanceof InputError && { problems: error.problems }),
  }
}
