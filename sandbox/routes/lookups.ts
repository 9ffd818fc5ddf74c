import { general } from '../errors.ts'
import type { Currency, User } from '../lookups.ts'
import * as q from '../query.ts'
import { v1 } from '../route.ts'
import type { Store } from '../store.ts'
import { plain } from '../time.ts'
import { pathNumber } from '../pathNumber.ts'

export const presentUser = (user: User, me: number) => ({
  id: user.id,
  name: user.name,
  default_currency: user.default_currency,
  locale: user.locale,
  lang: 1,
  email: user.email,
  phone: user.phone,
  activated: true,
  last_login: plain(Date.parse(user.add_time)),
  created: plain(Date.parse(user.add_time)),
  modified: plain(Date.parse(user.add_time)),
  has_created_company: user.admin,
  access: [
    { app: 'sales', admin: user.admin, permission_set_id: '62cc4d7f-4038-4352-abf3-000000000001' },
    { app: 'global', admin: user.admin, permission_set_id: '62cc4d7f-4038-4352-abf3-000000000002' },
  ],
  active_flag: user.active,
  timezone_name: user.timezone_name,
  timezone_offset: user.timezone_offset,
  role_id: 1,
  icon_url: null,
  is_you: user.id === me,
  is_deleted: !user.active,
})

const presentMe = (store: Store, user: User) => ({
  ...presentUser(user, user.id),
  company_id: store.company.id,
  company_name: store.company.name,
  company_domain: store.company.domain,
  company_country: 'EE',
  company_industry: 'IT Services',
  language: user.language,
})

const contains = (text: string, term: string) => text.toLowerCase().includes(term.toLowerCase())
const called = (currency: Currency, term: string) =>
  contains(currency.name, term) || contains(currency.code, term)

const userScopes = ['users:read']

/** https://developers.pipedrive.com/docs/api/v1/Users, …/Currencies, …/ActivityTypes, …/LeadLabels */
export const lookupRoutes = [
  v1({
    method: 'GET',
    path: '/users',
    tokens: 20,
    scopes: userScopes,
    handle: ({ account, caller }) => ({
      success: true,
      data: account.store.users.all().map(user => presentUser(user, caller.userId)),
    }),
  }),
  v1({
    method: 'GET',
    path: '/users/me',
    tokens: 2,
    scopes: ['base'],
    handle: ({ account, caller }) => {
      const me = account.store.users.get(caller.userId)
      if (!me) throw general(404, 'User not found')
      return { success: true, data: presentMe(account.store, me) }
    },
  }),
  v1({
    method: 'GET',
    path: '/users/find',
    tokens: 40,
    scopes: userScopes,
    query: { term: q.required(q.filled), search_by_email: q.boolean },
    handle: ({ account, caller, query }) => {
      const { term = '', search_by_email } = query
      const found = account.store.users
        .all()
        .filter(
          user => contains(user.email, term) || (!search_by_email && contains(user.name, term)),
        )
      return { success: true, data: found.map(user => presentUser(user, caller.userId)) }
    },
  }),
  v1({
    method: 'GET',
    path: '/users/{id}',
    tokens: 2,
    scopes: userScopes,
    handle: ({ account, caller, params }) => {
      const user = account.store.users.get(pathNumber(params['id']))
      if (!user) throw general(404, 'User not found')
      return { success: true, data: presentUser(user, caller.userId) }
    },
  }),
  v1({
    method: 'GET',
    path: '/currencies',
    tokens: 20,
    scopes: ['base'],
    query: { term: q.text },
    handle: ({ account, query: { term = '' } }) => ({
      success: true,
      data: account.store.currencies.filter(currency => called(currency, term)),
    }),
  }),
  v1({
    method: 'GET',
    path: '/activityTypes',
    tokens: 20,
    scopes: ['activities:read', 'activities:full', 'admin'],
    handle: ({ account }) => ({ success: true, data: account.store.activityTypes.all() }),
  }),
  v1({
    method: 'GET',
    path: '/leadLabels',
    tokens: 10,
    scopes: ['leads:read', 'leads:full'],
    handle: ({ account }) => ({ success: true, data: account.store.leadLabels.all() }),
  }),
]
