import { createRandom } from '../random.ts'
import { emptyStore } from '../store.ts'
import { seedActivities } from './activities.ts'
import type { Size } from './context.ts'
import { seedDeals } from './deals.ts'
import { seedLeads } from './leads.ts'
import { seedLookups } from './lookups.ts'
import { seedOrganizations } from './organizations.ts'
import { seedPersons } from './persons.ts'
import { seedProducts } from './products.ts'

export { nothing, scaled, standard, usualDealFields } from './context.ts'

export const seedStore = (seed: number, size: Size, now: number) => {
  const random = createRandom(seed)
  const store = emptyStore(seedLookups(random, size.moreDealFields))
  const userIds = store.users.all().map(user => user.id)
  const seeding = { store, random, size, now, userIds }
  seedOrganizations(seeding)
  seedPersons(seeding)
  seedDeals(seeding)
  seedLeads(seeding)
  seedActivities(seeding)
  seedProducts(seeding)
  return store
}
