import { InputError, member } from '../definitions/index.ts'

/** A port from the command line; 0 is any that is free. */
export const port =
  (name: string) =>
  (given: string): number => {
    const value = Number(given)
    if (/^\d+$/.test(given) && value <= 65_535) return value
    throw new InputError(
      name,
      `"${given}" is not a port`,
      'A port is a whole number up to 65535; 0 takes any that is free.',
    )
  }

/** A port that can't be had is no defect: the user may choose another one. */
export const portProblem = (error: unknown): unknown => {
  const code = member(error, 'code')
  if (member(error, 'syscall') !== 'listen' && code !== 'ERR_SOCKET_BAD_PORT') return error
  const given = member(error, 'port')
  return new InputError(
    '--port',
    `nothing can listen on ${typeof given === 'number' ? `port ${given}` : 'it'} (${String(code)})`,
    'Stop the program that uses it, or give another one; 0 takes any that is free.',
  )
}
