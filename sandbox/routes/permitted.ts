import type { Collection, Row } from '../collection.ts'
import { notFound } from '../errors.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'
import type { Store } from '../store.ts'
import { pathNumber } from '../pathNumber.ts'

type Records = Collection<Row & { readonly is_deleted: boolean }>

const permitted = (name: string, scope: string, records: (store: Store) => Pick<Records, 'get'>) =>
  v1({
    method: 'GET',
    path: `/${name}/{id}/permittedUsers`,
    tokens: 10,
    scopes: [`${scope}:read`, `${scope}:full`],
    handle: ({ account: { store }, params: { id = '' } }) => {
      const record = records(store).get(name === 'leads' ? id : pathNumber(id))
      if (!record || record.is_deleted) throw notFound('Record')
      const users = store.users.all().filter(user => user.active)
      return { success: true, data: users.map(user => user.id) }
    },
  })

/** Users that see a record: in the sandbox all active ones. */
export const permittedRoutes: readonly Route[] = [
  permitted('deals', 'deals', store => store.deals),
  permitted('persons', 'contacts', store => store.persons),
  permitted('organizations', 'contacts', store => store.organizations),
  permitted('products', 'products', store => store.products),
  permitted('leads', 'leads', store => store.leads),
]
