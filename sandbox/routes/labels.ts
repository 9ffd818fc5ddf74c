import { removeRow, setRow } from '../changes.ts'
import { general, notFound } from '../errors.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'
import { integer, object, oneOf, shortText, text } from '../schema.ts'
import { milliseconds } from '../time.ts'
import type { Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

const colors = [
  ...(['blue', 'brown', 'dark-gray', 'gray', 'green', 'orange', 'pink', 'purple'] as const),
  ...(['red', 'yellow'] as const),
]
const labelBody = { name: shortText, color: oneOf(colors) }

const findLabel = ({ store }: Account, id: string | undefined) => {
  const label = store.leadLabels.get(id ?? '')
  if (!label) throw general(404, 'Lead label not found', { info: 'Object was not found.' })
  return label
}

/** https://developers.pipedrive.com/docs/api/v1/LeadLabels */
const leadLabels: readonly Route[] = [
  v1({
    method: 'POST',
    path: '/leadLabels',
    tokens: 10,
    scopes: ['leads:full'],
    body: object(labelBody, ['name', 'color']),
    handle: ({ account, body }) => {
      const { store, clock } = account
      const now = milliseconds(clock.now())
      const label = { id: store.random.uuid(), ...body, add_time: now, update_time: now }
      return { success: true, data: setRow(account, store.leadLabels, label) }
    },
  }),
  v1({
    method: 'PATCH',
    path: '/leadLabels/{id}',
    tokens: 10,
    scopes: ['leads:full'],
    body: object(labelBody),
    handle: ({ account, params, body }) => {
      const before = findLabel(account, params['id'])
      const update_time = milliseconds(account.clock.now())
      const label = { ...before, ...body, update_time }
      return { success: true, data: setRow(account, account.store.leadLabels, label) }
    },
  }),
  v1({
    method: 'DELETE',
    path: '/leadLabels/{id}',
    tokens: 6,
    scopes: ['leads:full'],
    handle: ({ account, params }) => {
      const label = findLabel(account, params['id'])
      removeRow(account, account.store.leadLabels, label)
      return { success: true, data: { id: label.id } }
    },
  }),
]

const icons = [
  ...(['task', 'email', 'meeting', 'deadline', 'call', 'lunch', 'calendar'] as const),
  ...(['downarrow', 'document', 'smartphone', 'camera', 'scissors', 'cogs', 'bubble'] as const),
  ...(['uparrow', 'checkbox', 'signpost', 'shuffle', 'addressbook', 'linegraph'] as const),
  ...(['picture', 'car', 'account', 'search', 'clip', 'sound', 'brush', 'key', 'padlock'] as const),
  ...(['pricetag', 'suitcase', 'finish', 'plane', 'loop', 'wifi', 'truck', 'cart'] as const),
  ...(['bulb', 'bell', 'presentation'] as const),
]
const typeBody = { name: shortText, icon_key: oneOf(icons), color: text }

const findType = ({ store }: Account, id: string | undefined) => {
  const type = store.activityTypes.get(pathNumber(id))
  if (!type) throw notFound('Activity type')
  return type
}

/** https://developers.pipedrive.com/docs/api/v1/ActivityTypes */
const activityTypes: readonly Route[] = [
  v1({
    method: 'POST',
    path: '/activityTypes',
    tokens: 10,
    scopes: ['admin'],
    body: object(typeBody, ['name', 'icon_key']),
    handle: ({ account, body }) => {
      const { activityTypes } = account.store
      const key = body.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')
      const isTaken = activityTypes.all().some(({ key_string }) => key_string === key)
      const id = activityTypes.nextId()
      const now = new Date(account.clock.now()).toISOString()
      const type = {
        id,
        name: body.name,
        icon_key: body.icon_key,
        color: body.color ?? 'FFFFFF',
        order_nr: id,
        key_string: isTaken ? `${key}_${id}` : key,
        active_flag: true,
        is_custom_flag: true,
        add_time: now,
        update_time: now,
      }
      return { success: true, data: setRow(account, activityTypes, type) }
    },
  }),
  v1({
    method: 'PUT',
    path: '/activityTypes/{id}',
    tokens: 10,
    scopes: ['admin'],
    body: object({ ...typeBody, order_nr: integer }),
    handle: ({ account, params, body }) => {
      const before = findType(account, params['id'])
      const update_time = new Date(account.clock.now()).toISOString()
      const type = { ...before, ...body, update_time }
      return { success: true, data: setRow(account, account.store.activityTypes, type) }
    },
  }),
  v1({
    method: 'DELETE',
    path: '/activityTypes/{id}',
    tokens: 6,
    scopes: ['admin'],
    handle: ({ account, params }) => {
      const before = findType(account, params['id'])
      const update_time = new Date(account.clock.now()).toISOString()
      const type = { ...before, active_flag: false, update_time }
      return { success: true, data: setRow(account, account.store.activityTypes, type) }
    },
  }),
]

/** Sources of leads, which are fixed. */
const leadSources = v1({
  method: 'GET',
  path: '/leadSources',
  tokens: 2,
  scopes: ['leads:read', 'leads:full'],
  handle: () => ({
    success: true,
    data: ['Manually created', 'Deal', 'Web forms', 'Import', 'API'].map(name => ({ name })),
  }),
})

export const labelRoutes: readonly Route[] = [...leadLabels, ...activityTypes, leadSources]
