import { Collection, type Row } from '../collection.ts'
import { createFields } from '../fields/definitions.ts'
import type { LeadLabel, Pipeline, Stage, User } from '../lookups.ts'
import type { Random } from '../random.ts'
import type { Lookups } from '../store.ts'
import { seedFilters } from './filters.ts'
import { activityTypes, currencies } from './tables.ts'

const born = '2023-01-09T08:00:00Z'

const users: readonly User[] = [
  { id: 12415231, name: 'Mari Maasikas', email: 'mari@sandbox.example', admin: true, active: true },
  {
    id: 12415232,
    name: 'Jörg Ångström',
    email: 'joerg@sandbox.example',
    admin: false,
    active: true,
  },
  {
    id: 12415233,
    name: "Siobhán O'Hara",
    email: 'siobhan@sandbox.example',
    admin: false,
    active: false,
  },
].map((user, index) => ({
  ...user,
  default_currency: 'EUR',
  locale: 'en_GB',
  timezone_name: 'Europe/Tallinn',
  timezone_offset: '+02:00',
  language: { language_code: 'en', country_code: 'GB' },
  phone: index === 0 ? '+372 555 0100' : null,
  add_time: born,
}))

const plan = [
  {
    id: 1,
    name: 'Sales',
    stages: [
      'Qualified',
      'Contact made',
      'Demo scheduled',
      'Proposal made',
      'Negotiations started',
    ],
  },
  {
    id: 2,
    name: 'Partners & resellers',
    stages: ['Qualified', 'First call', 'Pilot', 'Contract sent', 'Legal review', 'Signed'],
  },
]

const pipelines: readonly Pipeline[] = plan.map(({ id, name }) => ({
  id,
  name,
  order_nr: id,
  is_deleted: false,
  is_deal_probability_enabled: true,
  add_time: born,
  update_time: born,
}))

const stages: readonly Stage[] = plan
  .flatMap(pipeline =>
    pipeline.stages.map((name, index) => ({ name, index, pipeline_id: pipeline.id })),
  )
  .map(({ name, index, pipeline_id }, position) => ({
    id: position + 1,
    order_nr: index + 1,
    name,
    is_deleted: false,
    deal_probability: Math.min(100, (index + 1) * 20),
    pipeline_id,
    is_deal_rot_enabled: index === 0,
    days_to_rotten: index === 0 ? 30 : null,
    add_time: born,
    update_time: born,
  }))

const collect = <R extends Row>(rows: readonly R[]) => {
  const collection = new Collection<R>()
  for (const row of rows) collection.set(row)
  return collection
}

export const seedLookups = (random: Random, moreDealFields: number): Lookups => ({
  company: { id: 9031557, name: 'Sandbox & Söhne', domain: 'sandbox' },
  fields: createFields(random, moreDealFields),
  random,
  users: collect(users),
  pipelines: collect(pipelines),
  stages: collect(stages),
  currencies,
  activityTypes: collect(activityTypes),
  leadLabels: collect<LeadLabel>(
    (
      [
        ['Hot', 'red'],
        ['Warm', 'yellow'],
        ['Cold', 'blue'],
        ['Kūl & "new"', 'purple'],
      ] as const
    ).map(([name, color]) => ({
      id: random.uuid(),
      name,
      color,
      add_time: '2023-01-09T08:00:00.000Z',
      update_time: '2023-01-09T08:00:00.000Z',
    })),
  ),
  filters: collect(seedFilters(users[0]?.id ?? 1)),
})
