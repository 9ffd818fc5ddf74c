import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { InputError } from '../definitions/index.ts'

/** `--input`: JSON, `@file`, or `-` for standard input. */
export const readInput = async (given: string | undefined): Promise<unknown> =>
  given === undefined ? {} : readJson(given, '--input')

/** The same for another option or argument, which errors name. */
export const readJson = async (given: string, name: string): Promise<unknown> => {
  const source = await sourceText(given, name)
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new InputError(
      name,
      `is not JSON: ${error instanceof Error ? error.message : ''}`,
      remedyOf(given),
    )
  }
}

const remedyOf = (given: string): string => {
  if (given === '-') return 'Correct what is written to standard input.'
  if (given.startsWith('@')) return `Correct the JSON in ${given.slice(1)}.`
  return 'Write an object such as {"id": 42}, @file.json, or - for standard input.'
}

const sourceText = async (given: string, name: string): Promise<string> => {
  if (given === '-') return decoded(await buffer(process.stdin), name)
  if (!given.startsWith('@')) return given
  const file = given.slice(1)
  const bytes = await readFile(file).catch(() => {
    throw new InputError(name, `the file ${file} can’t be read`)
  })
  return decoded(bytes, name)
}

/** JSON is UTF-8 (https://www.rfc-editor.org/rfc/rfc8259#section-8.1), with or without its mark. */
const decoded = (bytes: Buffer, name: string): string => {
  // In UTF-16, one of the first two bytes of a text in Latin letters is zero.
  const isWide = bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0)
  if (isWide || ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex')))
    throw new InputError(name, 'is UTF-16', 'Save it as UTF-8.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(name, 'is not UTF-8', 'Save it as UTF-8.')
  }
}

/** A whole number greater than zero from the command line. */
export const count =
  (name: string) =>
  (given: string): number => {
    const value = Number(given)
    if (Number.isSafeInteger(value) && value > 0) return value
    throw new InputError(name, `"${given}" is not a whole number greater than 0`)
  }

/** The same, from a minimum on. */
export const minimum =
  (name: string, least: number) =>
  (given: string): number => {
    const value = count(name)(given)
    if (value >= least) return value
    throw new InputError(name, `must be at least ${least}`)
  }

/** The callback of an app from the command line. */
export const redirectUri =
  (name: string) =>
  (given: string): string => {
    if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given
    throw new InputError(
      name,
      `"${given}" is not an address`,
      'Write it whole, as in http://127.0.0.1:5678/rest/oauth2-credential/callback.',
    )
  }

/** The id of an app from the command line; a colon would end it where it is sent. */
export const clientId =
  (name: string) =>
  (given: string): string => {
    if (/^[\w.-]{1,100}$/.test(given)) return given
    throw new InputError(
      name,
      `"${given}" is not an id`,
      'Use letters, digits, dots, dashes and underscores, 100 at most.',
    )
  }
