import { createHash } from 'node:crypto'
import { Problem, webhookFields } from '../errors.ts'
import { filledText, id, nullable, object, oneOf, text } from '../schema.ts'
import { v1 } from '../route.ts'
import type { Store } from '../store.ts'
import { milliseconds } from '../time.ts'
import { isReachable } from '../webhooks/send.ts'
import { actions, objects } from '../webhooks/types.ts'
import type { Webhook } from '../webhooks/types.ts'
import type { Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

const mostPerUser = 40
const scopes = ['admin', 'webhooks:full']

/** Credentials go in and never come out. */
const cipher = (value: string | null) =>
  value === null ? null : `v1u:${createHash('sha512').update(value).digest('base64')}`

const time = (value: number | undefined) => (value === undefined ? null : milliseconds(value))

const present = (store: Store, webhook: Webhook) => ({
  id: webhook.id,
  company_id: store.company.id,
  owner_id: webhook.owner_id,
  user_id: webhook.user_id,
  event_action: webhook.event_action,
  event_object: webhook.event_object,
  subscription_url: webhook.subscription_url,
  version: '2.0',
  is_active: 1,
  add_time: milliseconds(webhook.add_time),
  remove_time: null,
  type: 'application',
  http_auth_user: cipher(webhook.http_auth_user),
  http_auth_password: cipher(webhook.http_auth_password),
  remove_reason: null,
  last_delivery_time: time(webhook.last_delivery_time),
  last_http_status: webhook.last_http_status ?? null,
  admin_id: webhook.owner_id,
  name: webhook.name,
})

const unreachable = () => webhookFields(400, { subscription_url: ['invalid or non-reachable URL'] })
const isLoopback = (host: string) => /^(127(\.\d+){3}|localhost|\[::1\])$/.test(host)

/** https only, as with Pipedrive, but this machine may also be called by http. */
const checkUrl = async (account: Account, value: string) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (
    !url ||
    (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
  )
    throw unreachable()
  if (url.origin === account.origin || !(await isReachable(url))) throw unreachable()
}

const checkUser = (account: Account, user_id: number) => {
  if (!account.store.users.get(user_id)?.active)
    throw webhookFields(400, { user_id: ['not found'] })
}

const find = (account: Account, given: string | undefined, userId: number) => {
  const webhook = account.webhooks.get(pathNumber(given))
  if (!webhook) throw webhookFields(404, { id: ['not found'] })
  const admin = account.store.users.get(userId)?.admin === true
  if (webhook.owner_id !== userId && !admin)
    throw new Problem(403, { success: false, message: 'Forbidden' })
  return webhook
}

/** https://developers.pipedrive.com/docs/api/v1/Webhooks */
export const webhookRoutes = [
  v1({
    method: 'GET',
    path: '/webhooks',
    tokens: 10,
    scopes: [...scopes, 'webhooks:read'],
    handle: ({ account }) => ({
      status: 'ok',
      success: true,
      data: account.webhooks.all().map(webhook => present(account.store, webhook)),
    }),
  }),
  v1({
    method: 'POST',
    path: '/webhooks',
    tokens: 10,
    scopes,
    status: 201,
    refuse: (field, message) => webhookFields(400, { [field]: [message] }),
    body: object(
      {
        subscription_url: filledText,
        event_action: oneOf(actions),
        event_object: oneOf(objects),
        name: filledText,
        user_id: id,
        http_auth_user: nullable(text),
        http_auth_password: nullable(text),
        version: oneOf(['1.0', '2.0']),
      },
      ['subscription_url', 'event_action', 'event_object', 'name'],
    ),
    handle: async ({ account, caller, body }) => {
      if (body.version === '1.0')
        throw webhookFields(400, { version: ['the sandbox delivers version 2.0 only'] })
      if (body.name.length > 255) throw webhookFields(400, { name: ['is longer than 255'] })
      const user_id = body.user_id ?? caller.userId
      checkUser(account, user_id)
      await checkUrl(account, body.subscription_url)
      const own = account.webhooks.all().filter(webhook => webhook.owner_id === caller.userId)
      if (own.length >= mostPerUser)
        throw webhookFields(422, {
          webhooks: [`limit of ${mostPerUser} webhooks per user reached`],
        })
      const webhook = account.webhooks.create({
        name: body.name,
        user_id,
        owner_id: caller.userId,
        event_action: body.event_action,
        event_object: body.event_object,
        subscription_url: body.subscription_url,
        http_auth_user: body.http_auth_user ?? null,
        http_auth_password: body.http_auth_password ?? null,
      })
      return { status: 'ok', success: true, data: present(account.store, webhook) }
    },
  }),
  v1({
    method: 'DELETE',
    path: '/webhooks/{id}',
    tokens: 6,
    scopes,
    handle: ({ account, caller, params }) => {
      account.webhooks.remove(find(account, params['id'], caller.userId))
      return { status: 'ok', success: true }
    },
  }),
]
