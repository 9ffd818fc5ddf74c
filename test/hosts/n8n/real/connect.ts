import { member } from '../../../../definitions/index.ts'
import type { Sandbox } from '../../../../sandbox/index.ts'
import type { Rest } from './rest.ts'

export interface Credential {
  readonly id: string
  readonly name: string
}

/** Makes a credential and connects it by the real flow: authorize, consent, code, token. */
export const connectCredential = async (rest: Rest, sandbox: Sandbox): Promise<Credential> => {
  const name = 'Pipedrive sandbox'
  const { clientId, clientSecret } = sandbox
  const made = await rest.call('POST', '/rest/credentials', {
    name,
    type: 'pipedriveComponentOAuth2Api',
    data: { clientId, clientSecret },
  })
  const id = String(member(made, 'id'))
  await reconnect(rest, id)
  const stored = await rest.call('GET', `/rest/credentials/${id}?includeData=true`)
  if (JSON.stringify(stored).includes(sandbox.clientSecret))
    throw new Error('n8n shows the client secret')
  if (!JSON.stringify(stored).includes('oauthTokenData')) throw new Error('n8n is not connected')
  return { id, name }
}

/** What “Connect” and “Reconnect” do in the editor. */
export const reconnect = async (rest: Rest, id: string): Promise<void> => {
  const address = String(await authorizationUrl(rest, id))
  const consent = await fetch(address)
  if (!consent.ok) throw new Error(`${address}: ${await consent.text()}`)
  const form = new URLSearchParams({ ...fieldsOf(await consent.text()), decision: 'allow' })
  const allowed = await fetch(address, { method: 'POST', body: form, redirect: 'manual' })
  const back = new URL(allowed.headers.get('location') ?? '')
  await rest.call('GET', `${back.pathname}${back.search}`)
}

const authorizationUrl = async (rest: Rest, id: string): Promise<unknown> =>
  rest.call('GET', `/rest/oauth2-credential/auth?id=${id}`)

const fieldsOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')],
    ),
  )
