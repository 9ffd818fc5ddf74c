import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from '../account.ts'
import type { Client } from './client.ts'
import { authenticate } from './client.ts'
import { consentPage, refusalPage } from './consent.ts'
import type { Tokens } from './tokens.ts'

type Form = Readonly<Record<string, unknown>>

const formOf = (value: unknown): Form =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const refuse = (reply: FastifyReply, error: string, message: string, status = 400) =>
  reply.status(status).send({ success: false, message, error, error_description: message })

/** What is wrong with a request for consent, if anything. */
const problem = (client: Client, form: Form) => {
  if (form['client_id'] !== client.id) return 'Invalid client: client is invalid'
  const redirect = form['redirect_uri']
  if (typeof redirect !== 'string' || !URL.canParse(redirect))
    return 'Invalid request: redirect_uri is not a valid URI'
  if (redirect !== client.redirectUri) return 'Invalid request: redirect_uri is invalid'
  return undefined
}

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
export const addOAuth = (server: FastifyInstance, account: Account, client: Client) => {
  const sendPage = (reply: FastifyReply, status: number, html: string) =>
    reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "frame-ancestors 'none'")
      .send(html)

  const ask = (request: FastifyRequest, reply: FastifyReply) => {
    const form = formOf(request.query)
    const wrong = problem(client, form)
    if (wrong !== undefined) return sendPage(reply, 400, refusalPage(wrong))
    const state = form['state']
    const page = consentPage(account.store, client, typeof state === 'string' ? state : undefined)
    return sendPage(reply, 200, page)
  }

  const decide = (request: FastifyRequest, reply: FastifyReply) => {
    const form = formOf(request.body)
    const wrong = problem(client, form)
    if (wrong !== undefined) return sendPage(reply, 400, refusalPage(wrong))
    const target = new URL(client.redirectUri)
    const active = account.store.users.all().filter(user => user.active)
    const user = active.find(one => String(one.id) === form['user_id']) ?? active[0]
    if (form['decision'] === 'allow' && user) {
      const code = account.tokens.addCode({ userId: user.id, scopes: client.scopes })
      target.searchParams.set('code', code)
    } else target.searchParams.set('error', 'user_denied')
    if (typeof form['state'] === 'string') target.searchParams.set('state', form['state'])
    return reply.redirect(target.href)
  }

  const sendTokens = (reply: FastifyReply, tokens: Tokens) =>
    reply.header('cache-control', 'no-store').send({
      access_token: tokens.access,
      token_type: 'Bearer',
      expires_in: 3599,
      refresh_token: tokens.refresh,
      scope: tokens.scopes.join(','),
      api_domain: account.origin,
    })

  const exchangeCode = (form: Form, reply: FastifyReply) => {
    const { code, redirect_uri } = { code: form['code'], redirect_uri: form['redirect_uri'] }
    if (typeof redirect_uri !== 'string' || !URL.canParse(redirect_uri))
      return refuse(reply, 'invalid_request', 'Invalid request: redirect_uri is not a valid URI')
    if (redirect_uri !== client.redirectUri)
      return refuse(reply, 'invalid_request', 'Invalid request: redirect_uri is invalid')
    const grant = typeof code === 'string' ? account.tokens.takeCode(code) : undefined
    if (!grant)
      return refuse(reply, 'invalid_grant', 'Invalid grant: authorization_code is invalid')
    if (grant === 'expired')
      return refuse(reply, 'invalid_grant', 'Invalid grant: authorization_code has expired')
    return sendTokens(reply, account.tokens.issue(grant))
  }

  const refreshTokens = (form: Form, reply: FastifyReply) => {
    const token = form['refresh_token']
    const tokens = typeof token === 'string' ? account.tokens.refresh(token) : undefined
    if (!tokens) return refuse(reply, 'invalid_grant', 'Invalid grant: refresh_token is invalid')
    return sendTokens(reply, tokens)
  }

  const isForm = (request: FastifyRequest) =>
    request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true

  const giveTokens = (request: FastifyRequest, reply: FastifyReply) => {
    if (!isForm(request))
      return refuse(
        reply,
        'invalid_request',
        'Invalid request: content must be application/x-www-form-urlencoded',
      )
    const form = formOf(request.body)
    const who = authenticate(client, request.headers.authorization, form)
    if (who === 'missing')
      return refuse(reply, 'invalid_client', 'Invalid client: cannot retrieve client credentials')
    if (who === 'wrong') return refuse(reply, 'invalid_client', 'Invalid client: client is invalid')
    const grantType = form['grant_type']
    if (grantType === undefined)
      return refuse(reply, 'invalid_request', 'Missing parameter: grant_type')
    if (grantType === 'authorization_code') return exchangeCode(form, reply)
    if (grantType === 'refresh_token') return refreshTokens(form, reply)
    return refuse(reply, 'unsupported_grant_type', 'Unsupported grant type: grant_type is invalid')
  }

  const revoke = (request: FastifyRequest, reply: FastifyReply) => {
    const form = formOf(request.body)
    const token = form['token']
    if (authenticate(client, request.headers.authorization, form) !== 'right')
      return refuse(reply, 'invalid_client', 'Invalid client: client is invalid')
    if (typeof token === 'string') account.tokens.revoke(token)
    return reply.send({ success: true })
  }

  server.get('/oauth/authorize', ask)
  server.post('/oauth/authorize', decide)
  for (const path of ['/oauth/token', '/oauth/token/']) server.post(path, giveTokens)
  server.post('/oauth/revoke', revoke)
}
