import { randomUUID } from 'node:crypto'
import { ComponentError, InputError } from '../../definitions/index.ts'
import {
  authorizationUrl,
  defaultCallback,
  openCallback,
  requireName,
  type OAuthApp,
  connectWithCode,
} from '../../runtime/connections/index.ts'
import { isLoopback } from '../../runtime/index.ts'
import { openStore } from '../../runtime/store/index.ts'
import { component } from '../component.ts'
import { info, print, printJson } from '../output.ts'
import { readApp } from '../prompt.ts'

interface ConnectOptions {
  readonly callback?: string
  readonly server?: string
  readonly json?: boolean
}

/** Longer than an authorization code lives. */
const authorizationTimeoutMs = 10 * 60_000

export const connectAccount = async (
  name: string = 'main',
  { callback = defaultCallback, server, json = false }: ConnectOptions,
): Promise<void> => {
  requireName(name)
  checkAddress('--callback', callback)
  if (server !== undefined) checkAddress('--server', server)
  const scopes = component.connection.authorizations.flatMap(({ scopes }) => scopes)
  const store = await openStore({ component })
  try {
    info(`The app in Pipedrive’s Developer Hub needs the callback ${callback}`)
    info(`and the scopes ${scopes.join(', ')}.`)
    const state = randomUUID()
    const listening = await openCallback(callback, { state })
    try {
      const app: OAuthApp = {
        ...(await readApp()),
        redirectUri: listening.redirectUri,
        ...(server !== undefined && { server }),
      }
      info('Open this address in a browser, and allow the app:')
      print(
        json
          ? JSON.stringify({ open: authorizationUrl(component.connection, app, state) })
          : authorizationUrl(component.connection, app, state),
      )
      const arrived = await Promise.race([listening.arrived, late()])
      const authorized = { callback: arrived, state }
      const connection = await connectWithCode(store, name, app, authorized)
      const { account, apiDomain } = connection
      if (json) printJson({ name, account, apiDomain })
      else print(`Connected "${name}": ${account} (${apiDomain})`)
      noteMissing(connection.scopes.split(' '))
    } finally {
      listening.close()
    }
  } finally {
    store.close()
  }
}

const checkAddress = (option: string, address: string) => {
  if (isLoopback(address) && address.startsWith('http://')) return
  throw new InputError(option, `${address} is not an http address of this machine`)
}

const late = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(
        new ComponentError('Authorization timed out after 10 minutes', {
          recovery: 'reconnect',
          hint: 'Start again.',
        }),
      )
    }, authorizationTimeoutMs).unref()
  })

const noteMissing = (scopes: readonly string[]) => {
  const missing = component.connection.missingScopes(scopes)
  if (missing.length > 0)
    info(`Missing scopes: ${missing.join(', ')}. Tick them in the Developer Hub and connect again.`)
}
