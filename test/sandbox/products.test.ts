import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const post = async (path: string, body: object) => (await sandbox.post(path, body)).body.data

test('a product has one price for each currency, and its own unless it is told', async () => {
  const { prices } = await post('/api/v2/products', { name: 'Plain' }).then(data => ({
    prices: Reflect.get(data, 'prices') as unknown,
  }))
  expect(prices).toEqual([
    expect.objectContaining({ currency: 'EUR', price: 0, direct_cost: null }),
  ])
  const twice = [{ currency: 'EUR' }, { currency: 'EUR' }]
  expect((await sandbox.post('/api/v2/products', { name: 'x', prices: twice })).status).toBe(400)
})

test.each([
  { name: '' },
  { name: 'x', prices: [{ currency: 'XXX' }] },
  { name: 'x', category: 1 },
  { name: 'x', owner_id: 1 },
  { name: 'x', billing_frequency_cycles: 5 },
  { name: 'x', billing_frequency: 'daily' },
  { name: 'x', custom_fields: { nope: 1 } },
])('%j is refused', async product => {
  expect((await sandbox.post('/api/v2/products', product)).status).toBe(400)
})

test('products are listed by name, and found by name and code', async () => {
  const names = (await sandbox.all('/api/v2/products?sort_by=name&limit=5')).map(({ name }) => name)
  expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)))
  const found = await sandbox.get('/api/v2/products/search?term=P-003&exact_match=true')
  expect(found.body.data.items.map(({ item }) => item.id)).toEqual([3])
  const any = await sandbox.get('/api/v2/itemSearch?term=pencil&item_types=product')
  expect(must(any.body.data.items[0]).item.type).toBe('product')
  expect((await sandbox.get('/api/v2/products?include_fields=x')).status).toBe(400)
})

test.each<[object, number]>([
  [{ quantity: 3, item_price: 0.1 }, 0.3],
  [{ quantity: 2, item_price: 10, discount: 25 }, 15],
  [{ quantity: 2, item_price: 10, discount: 2.5, discount_type: 'amount' }, 17.5],
  [{ quantity: 1, item_price: 100, tax: 20, tax_method: 'exclusive' }, 120],
  [{ quantity: 1, item_price: 100, tax: 20, tax_method: 'inclusive' }, 100],
])('%j comes to %d', async (line, sum) => {
  expect((await post('/api/v2/deals/1/products', { product_id: 2, ...line })).sum).toBe(sum)
})

test('only products that can be linked get into a deal, and all of many or none', async () => {
  const line = { item_price: 1, quantity: 1 }
  const path = '/api/v2/deals/2/products'
  expect((await sandbox.post(path, { ...line, product_id: 12 })).status).toBe(400)
  expect((await sandbox.post(path, { ...line, product_id: 99 })).status).toBe(400)
  const data = [
    { ...line, product_id: 1 },
    { ...line, product_id: 99 },
  ]
  expect((await sandbox.post(`${path}/bulk`, { data })).status).toBe(400)
  expect((await sandbox.get(path)).body.data).toEqual([])
  expect((await sandbox.get('/api/v2/deals/999999/products')).status).toBe(404)
  const { id } = await post(path, { ...line, product_id: 1 })
  expect((await sandbox.remove(`/api/v2/deals/3/products/${id}`)).status).toBe(404)
  const counted = await sandbox.get('/api/v2/deals/2?include_fields=products_count')
  expect(counted.body.data.products_count).toBe(1)
})

test('a variation belongs to its product', async () => {
  const { id } = await post('/api/v2/products/1/variations', { name: 'Large' })
  const line = { item_price: 1, quantity: 1, product_variation_id: id }
  const path = '/api/v2/deals/4/products'
  expect((await sandbox.post(path, { ...line, product_id: 2 })).status).toBe(400)
  expect((await sandbox.post(path, { ...line, product_id: 1 })).status).toBe(201)
})

test('installments need a product', async () => {
  const part = { description: 'First', amount: 5, billing_date: '2027-01-31' }
  expect((await sandbox.post('/api/v2/deals/5/installments', part)).status).toBe(400)
  await post('/api/v2/deals/5/products', { product_id: 1, item_price: 1, quantity: 1 })
  expect((await sandbox.post('/api/v2/deals/5/installments', part)).status).toBe(200)
  const several = await sandbox.get('/api/v2/deals/installments?deal_ids=5&deal_ids=6')
  expect(several.body.data).toHaveLength(1)
})
