import { customFieldsOf } from '../fields/fieldsOf.ts'
import type { Product } from '../records.ts'
import type { Seeding } from './context.ts'
import { sampleValues } from './values.ts'

const names = [
  ...['Desk & chair', 'Licence, one year', 'Training (half a day)', 'Pencil "HB"', 'Support 24/7'],
  ...[
    'Größe XL',
    '50 % off bundle',
    '机械铅笔',
    'Consulting',
    'Spare part #7',
    'Delivery',
    'Set-up',
  ],
]
const time = '2023-02-01T09:30:00Z'

/** The same dozen in every account that has records. */
export const seedProducts = ({ store, size, userIds }: Seeding) => {
  if (size.deals === 0) return
  names.forEach((name, at) => {
    const monthly = at % 4 === 1
    const product: Product = {
      id: at + 1,
      name,
      code: `P-${String(at + 1).padStart(3, '0')}`,
      description: at % 3 === 0 ? 'As shown in the catalogue' : null,
      unit: at % 2 === 0 ? 'piece' : null,
      tax: at % 5 === 0 ? 20 : 0,
      category: 51 + (at % 3),
      owner_id: userIds[at % 2] ?? 0,
      is_linkable: at !== 11,
      visible_to: 3,
      billing_frequency: monthly ? 'monthly' : 'one-time',
      billing_frequency_cycles: monthly ? 12 : null,
      prices: [
        { currency: 'EUR', price: 10.5 * (at + 1), cost: 5, direct_cost: null, notes: '' },
        { currency: 'USD', price: 12 * (at + 1), cost: 6, direct_cost: 1.5, notes: 'Export' },
      ],
      add_time: time,
      update_time: time,
      is_deleted: false,
      deleted_at: null,
      custom_fields: sampleValues(store, customFieldsOf(store, 'product'), at),
    }
    store.products.set(product)
  })
}
