import { randomUUID } from 'node:crypto'
import { ComponentError } from '../../definitions/index.ts'
import {
  authorizationUrl,
  exchangeCode,
  type Callback,
  type OAuthApp,
  type TokenReply,
} from '../../runtime/connections/index.ts'
import { component } from '../component.ts'

/** Does what a person does in the browser: opens the consent page and presses its button. */
export const authorize = async (app: OAuthApp, callback: Callback): Promise<TokenReply> => {
  const state = randomUUID()
  const address = authorizationUrl(component.connection, app, state)
  const page = await fetch(address)
  const form = formOf(await page.text(), address)
  const landed = await fetch(form.action, { method: 'POST', body: form.fields })
  if (!landed.ok)
    throw new ComponentError(`The consent page answered ${landed.status}`, { recovery: 'report' })
  return exchangeCode(component.connection, app, await callback.arrived, state)
}

const formOf = (html: string, base: string) => {
  const action = /<form[^>]*action="([^"]*)"/.exec(html)?.[1] ?? ''
  const fields = new URLSearchParams({ decision: 'allow' })
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (name) fields.set(name, unescaped(value))
  }
  return { action: new URL(unescaped(action), base), fields }
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
