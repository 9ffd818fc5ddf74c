import type { Problem } from '../../api/index.ts'

/** What the user can do about a problem that brings no hint of its own. */
const byRecovery: Record<Problem['recovery'], string> = {
  'fix-input': 'Correct the value and try again.',
  reconnect: 'Reconnect the account on the Connections page.',
  'add-scope': 'Add the missing scope to the app in Pipedrive, then reconnect the account.',
  wait: 'Wait a moment, then try again.',
  retry: 'Try again.',
  check: 'Check in Pipedrive whether it happened before you try again.',
  report: 'This should not happen. Please report it with the message above.',
}

export const nextStep = ({ hint, recovery }: Problem): string => hint ?? byRecovery[recovery]

/** Anything that was thrown, as what the page can show. */
export const problemOf = (error: unknown): Problem => {
  const problem: unknown = Reflect.get(Object(error), 'problem')
  if (isProblem(problem)) return problem
  const message = error instanceof Error ? error.message : String(error)
  return { name: 'Error', message, recovery: 'report' }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'message' in value && 'recovery' in value
