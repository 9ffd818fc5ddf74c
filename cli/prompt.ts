import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'
import { InputError } from '../definitions/index.ts'

export interface AppCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Client id and secret of the app: from the environment, from two lines of standard input, or from
 * the person at the terminal. Never from the command line, which other users can see.
 */
export const readApp = async (): Promise<AppCredentials> => {
  const clientId = process.env['PIPEDRIVE_CLIENT_ID']
  const clientSecret = process.env['PIPEDRIVE_CLIENT_SECRET']
  if (clientId && clientSecret) return { clientId, clientSecret }
  const [first = '', second = ''] = process.stdin.isTTY
    ? [await ask('Client id: ', true), await ask('Client secret: ', false)]
    : (await text(process.stdin)).split(/\r?\n/).map(line => line.trim())
  if (first && second) return { clientId: first, clientSecret: second }
  throw new InputError(
    '',
    'the client id or the client secret of the app is missing',
    'Type them when asked, pipe them in on two lines, or set PIPEDRIVE_CLIENT_ID and PIPEDRIVE_CLIENT_SECRET.',
  )
}

const ask = async (question: string, echo: boolean): Promise<string> => {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: process.stdin,
    output: echo ? process.stderr : silent,
    terminal: true,
  })
  try {
    return (await lines.question('')).trim()
  } finally {
    lines.close()
    if (!echo) process.stderr.write('\n')
  }
}
