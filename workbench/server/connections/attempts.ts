import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { ComponentError } from '../../../definitions/index.ts'
import {
  authorizationUrl,
  openCallback,
  type OAuthApp,
  connectWithCode,
  type Connection,
} from '../../../runtime/connections/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import type { OAuthAttempt } from '../../api/index.ts'
import { notFound, problemOf } from '../errors.ts'

export interface AuthorizationRequest {
  readonly app: OAuthApp
  /** What the connection is to be called, asked when access has been granted. */
  name(): Promise<string>
  /** The address of the workbench in this browser, which comes back there. */
  readonly origin: string
}

type Ended = Pick<OAuthAttempt, 'state' | 'error'> & { readonly connection?: Connection }
export type Attempt = Pick<OAuthAttempt, 'id' | 'authorizationUrl'> & Ended

/** The authorization that is under way: all share one callback, so a new one ends the one before. */
export interface Attempts {
  begin(wanted: AuthorizationRequest): Promise<Attempt>
  get(id: string): Attempt
  cancel(): void
}

/** Longer than an authorization code lives. */
const authorizationTimeoutMs = 10 * 60_000

export const createAttempts = (store: Store, onEnd: (ended: Ended) => void): Attempts => {
  let current: Attempt | undefined
  let stop = (): void => {}
  const giveUp = () => {
    stop()
    current = undefined
  }
  return {
    async begin({ app: given, name, origin }) {
      giveUp()
      const [id, state] = [randomUUID(), randomUUID()]
      const landing = `${origin}/connections?attempt=${id}`
      const callback = await openCallback(given.redirectUri, { state, landing })
      const app = { ...given, redirectUri: callback.redirectUri }
      const abort = new AbortController()
      stop = () => abort.abort()
      const attempt = {
        id,
        authorizationUrl: authorizationUrl(store.component.connection, app, state),
      }
      const connect = async (): Promise<Ended> => {
        try {
          const arrived = await Promise.race([callback.arrived, tooLate(abort.signal)])
          const authorized = { callback: arrived, state }
          const connection = await connectWithCode(store, await name(), app, authorized)
          return { state: 'connected', connection }
        } catch (error) {
          return { state: 'failed', error: problemOf(error) }
        } finally {
          callback.close()
        }
      }
      current = { ...attempt, state: 'waiting' }
      void connect().then(ended => {
        if (current?.id === id) current = { ...attempt, ...ended }
        onEnd(ended)
      })
      return current
    },
    get(id) {
      if (current?.id !== id) throw notFound('authorization')
      return current
    },
    cancel: giveUp,
  }
}

const tooLate = async (given: AbortSignal): Promise<never> => {
  const signal = AbortSignal.any([given, AbortSignal.timeout(authorizationTimeoutMs)])
  if (!signal.aborted) await once(signal, 'abort')
  throw new ComponentError('Authorization timed out after 10 minutes', {
    recovery: 'reconnect',
    hint: 'Start again.',
  })
}
