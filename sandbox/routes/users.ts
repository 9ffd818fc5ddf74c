import { setRow } from '../changes.ts'
import { general, refused } from '../errors.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'
import { boolean, list, object, oneOf, text } from '../schema.ts'
import { seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import { presentUser } from './lookups.ts'
import { pathNumber } from '../pathNumber.ts'

const apps = [
  ...(['global', 'sales', 'campaigns', 'projects', 'account_settings', 'partnership'] as const),
  'nova' as const,
]
const access = list(object({ app: oneOf(apps), admin: boolean, permission_set_id: text }, ['app']))

const mustBeAdmin = ({ store }: Account, caller: Caller) => {
  if (!store.users.get(caller.userId)?.admin)
    throw general(403, 'You do not have permissions to do this.')
}

/** https://developers.pipedrive.com/docs/api/v1/Users: adding and switching them on and off. */
export const userEdits: readonly Route[] = [
  v1({
    method: 'POST',
    path: '/users',
    tokens: 10,
    scopes: ['admin'],
    body: object({ email: text, access, active_flag: boolean }, ['email']),
    handle: ({ account, caller, body }) => {
      mustBeAdmin(account, caller)
      const { store, clock } = account
      if (!/^[^@\s]+@[^@\s]+$/.test(body.email)) throw refused('email is not an address')
      if (store.users.all().some(user => user.email === body.email))
        throw refused('There is a user with this email')
      const me = store.users.get(caller.userId)
      if (!me) throw general(404, 'User not found')
      const user = {
        ...me,
        id: store.users.nextId(),
        name: body.email.split('@')[0] ?? body.email,
        email: body.email,
        phone: null,
        admin: body.access?.some(one => one.admin === true) ?? false,
        active: body.active_flag ?? true,
        add_time: seconds(clock.now()),
      }
      return { success: true, data: presentUser(setRow(account, store.users, user), caller.userId) }
    },
  }),
  v1({
    method: 'PUT',
    path: '/users/{id}',
    tokens: 10,
    scopes: ['admin'],
    body: object({ active_flag: boolean }, ['active_flag']),
    handle: ({ account, caller, params, body }) => {
      mustBeAdmin(account, caller)
      const user = account.store.users.get(pathNumber(params['id']))
      if (!user) throw general(404, 'User not found')
      if (user.id === caller.userId && !body.active_flag)
        throw refused('You can not switch off yourself')
      const changed = setRow(account, account.store.users, { ...user, active: body.active_flag })
      return { success: true, data: presentUser(changed, caller.userId) }
    },
  }),
  v1({
    method: 'GET',
    path: '/userSettings',
    tokens: 2,
    scopes: ['base'],
    handle: () => ({
      success: true,
      data: {
        marketplace_team: false,
        list_limit: 100,
        beta_app: false,
        prevent_salesphone_callto_override: false,
        file_upload_destination: 's3',
        callto_link_syntax: 'callto:[number]',
        autofill_deal_expected_close_date: false,
        person_duplicate_condition: 'name',
      },
    }),
  }),
]
