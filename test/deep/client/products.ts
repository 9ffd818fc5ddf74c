import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import { idsOf, paging, type Client } from './useClient.ts'

export const testProducts = (client: Client) => {
  test('products and their variations', async () => {
    const api = client.two(v2.ProductsApi)
    expect(await idsOf(cursor => api.getProducts(paging(cursor)))).toHaveLength(12)
    const prices = [{ currency: 'EUR', price: 12.5 }]
    const product = { name: 'Client product', code: 'CP-1', prices, category: 52 }
    const added = await api.addProduct({ AddProductRequest: product })
    const id = added.data?.id ?? 0
    expect(added.data).toMatchObject({ name: 'Client product', category: 'Software', tax: 0 })
    const monthly = { billing_frequency: 'monthly', billing_frequency_cycles: 3 } as const
    const changed = await api.updateProduct({ id, UpdateProductRequest: monthly })
    expect(changed.data).toMatchObject(monthly)
    expect((await api.getProduct({ id })).data?.code).toBe('CP-1')
    const found = await api.searchProducts({ term: 'CP-1', include_fields: 'product.price' })
    expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])

    const variation = { name: 'Large', prices: [{ currency: 'EUR', price: 20 }] }
    const larger = await api.addProductVariation({ id, AddProductVariationRequest: variation })
    const product_variation_id = larger.data?.id ?? 0
    const one = { id, product_variation_id }
    const renamed = { ...one, UpdateProductVariationRequest: { name: 'Larger' } }
    expect((await api.updateProductVariation(renamed)).data?.name).toBe('Larger')
    expect((await api.getProductVariations({ id })).data).toHaveLength(1)
    expect((await api.deleteProductVariation(one)).data?.id).toBe(product_variation_id)
    const copy = (await api.duplicateProduct({ id })).data
    expect(copy).toMatchObject({ name: 'Client product' })
    for (const gone of [id, copy?.id ?? 0])
      expect((await api.deleteProduct({ id: gone })).data?.id).toBe(gone)
  })

  test('products in deals, with discounts and installments', async () => {
    const api = client.two(v2.DealProductsApi)
    const deals = client.two(v2.DealsApi)
    const deal = await deals.addDeal({ AddDealRequest: { title: 'With products' } })
    const id = deal.data?.id ?? 0
    const line = { product_id: 1, item_price: 30.23, quantity: 2 }
    const added = await api.addDealProduct({ id, AddDealProductRequest: line })
    expect(added.data).toMatchObject({ ...line, sum: 60.46, deal_id: id, discount: 0 })
    const product_attachment_id = added.data?.id ?? 0
    const less = {
      discount: 50,
      discount_type: 'percentage',
      tax: 10,
      tax_method: 'exclusive',
    } as const
    const change = { id, product_attachment_id, UpdateDealProductRequest: less }
    expect((await api.updateDealProduct(change)).data?.sum).toBe(33.25)
    const data = [line, { ...line, product_id: 2 }]
    const many = { id, CreateManyDealProductRequest: { data } }
    expect((await api.addManyDealProducts(many)).data).toHaveLength(2)
    expect((await api.getDealProducts({ id, sort_by: 'order_nr' })).data).toHaveLength(3)
    expect((await api.getDealsProducts({ deal_ids: [id, 1] })).data).toHaveLength(3)
    const of = await client.one(v1.ProductsApi).getProductDeals({ id: 2 })
    expect(of.data?.map(one => one.id)).toEqual([id])
    const counted = { id, include_fields: 'products_count' } as const
    expect((await deals.getDeal(counted)).data).toMatchObject({ products_count: 3 })

    const discount = { description: '10 %', amount: 10, type: 'percentage' } as const
    const given = { id, AddAdditionalDiscountRequestBody: discount }
    const discount_id = (await deals.postAdditionalDiscount(given)).data?.id ?? ''
    const more = { id, discount_id, UpdateAdditionalDiscountRequestBody: { amount: 15 } }
    expect((await deals.updateAdditionalDiscount(more)).data?.amount).toBe(15)
    expect((await deals.getAdditionalDiscounts({ id })).data).toHaveLength(1)
    await deals.deleteAdditionalDiscount({ id, discount_id })

    const installments = client.two(v2.DealInstallmentsApi)
    const part = { description: 'First', amount: 10, billing_date: '2027-01-01' }
    const first = await installments.postInstallment({ id, AddInstallmentRequestBody: part })
    const one = { id, installment_id: first.data?.id ?? 0 }
    const later = { ...one, UpdateInstallmentRequestBody: { amount: 20 } }
    expect((await installments.updateInstallment(later)).data?.amount).toBe(20)
    expect((await installments.getInstallments({ deal_ids: [id, 1] })).data).toHaveLength(1)
    expect((await installments.deleteInstallment(one)).data?.id).toBe(one.installment_id)

    await api.deleteDealProduct({ id, product_attachment_id })
    expect((await api.deleteManyDealProducts({ id })).data?.ids).toHaveLength(2)
  })
}
