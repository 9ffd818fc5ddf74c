import { ComponentError, type HttpRequest } from '../../definitions/index.ts'
import type { Client } from '../../engine/index.ts'

interface Permission {
  readonly readOnly: boolean
  readonly allowDelete: boolean
  /** Present where the user can be asked. */
  readonly ask: ((request: HttpRequest) => Promise<boolean>) | undefined
}

/** A client that sends nothing that is not allowed, whichever tool asks for it. */
export const permitting = (client: Client, permission: Permission): Client => ({
  ...client,
  sender(options) {
    const send = client.sender(options)
    return async (request, signal) => {
      await require(request, permission)
      return send(request, signal)
    }
  },
})

const require = async (request: HttpRequest, permission: Permission): Promise<void> => {
  const { method } = request
  const { readOnly, allowDelete, ask } = permission
  if (method === 'GET') return
  if (readOnly)
    throw refused('This server only reads', 'Tell the user to start it without --read-only.')
  if (method !== 'DELETE') return
  if (!allowDelete)
    throw refused('Deleting is off', 'Tell the user to start the server with --allow delete.')
  if (ask && !(await ask(request)))
    throw refused('The user has not agreed', 'Do not try it again unless the user asks for it.')
}

const refused = (why: string, hint: string) =>
  new ComponentError(`${why}; nothing was sent`, { recovery: 'fix-input', hint })
