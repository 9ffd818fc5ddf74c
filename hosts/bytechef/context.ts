import { ComponentError } from '../../definitions/index.ts'
import type { ScriptRequest } from './contract.ts'

/** What the platform hands over last, where it has one. */
export interface Context {
  http(request: ScriptRequest): unknown
  log(level: 'warn', message: string): void
}

/** The last argument if it can make calls; the platform may hand over less than it documents. */
export const findContext = (handed: readonly unknown[]): Context | undefined => {
  const last = handed.at(-1)
  const method = (name: string): unknown =>
    last === null || last === undefined ? undefined : Reflect.get(Object(last), name)
  const http = method('http')
  if (typeof http !== 'function') return undefined
  return {
    http(request) {
      const answer: unknown = Reflect.apply(http, last, [request])
      return answer
    },
    log(level, message) {
      const log = method('log')
      try {
        if (typeof log === 'function') Reflect.apply(log, last, [level, message])
      } catch {
        // A warning that can't be kept is no reason to lose what has been done.
      }
    },
  }
}

/** The same for what can't be done without calls; `instead` says what the user can do. */
export const requireContext = (
  handed: readonly unknown[],
  what: string,
  instead: string,
): Context => {
  const context = findContext(handed)
  if (context) return context
  throw new ComponentError(`This version of ByteChef gives ${what} no access to HTTP`, {
    recovery: 'report',
    hint: instead,
  })
}
