import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import type { Client } from './useClient.ts'

interface Answer {
  readonly data?: unknown
}
const read = (answer: Answer, name: string): unknown => Reflect.get(Object(answer.data), name)

/** What all four kinds of fields can do, under names of their own. */
interface Fields {
  add(type: 'enum' | 'varchar'): Promise<Answer>
  get(field_code: string): Promise<Answer>
  list(): Promise<{ readonly data?: readonly unknown[] }>
  rename(field_code: string): Promise<Answer>
  remove(field_code: string): Promise<Answer>
  addOption(field_code: string): Promise<Answer>
  renameOption(field_code: string, id: number): Promise<Answer>
  removeOption(field_code: string, id: number): Promise<Answer>
}

const options = [{ label: 'A' }, { label: 'B' }]
const bodies = {
  enum: { field_name: 'Client', field_type: 'enum' as const, options },
  varchar: { field_name: 'Client', field_type: 'varchar' as const },
}
const renamed = { field_name: 'Client & Co' }
const more = [{ label: 'C' }]
const all = { limit: 500 }

const kinds = (client: Client): Readonly<Record<string, () => Fields>> => ({
  deal: () => {
    const api = client.two(v2.DealFieldsApi)
    return {
      add: type => api.addDealField({ AddDealFieldRequest: bodies[type] }),
      get: field_code => api.getDealField({ field_code }),
      list: () => api.getDealFields(all),
      rename: field_code => api.updateDealField({ field_code, UpdateDealFieldRequest: renamed }),
      remove: field_code => api.deleteDealField({ field_code }),
      addOption: field_code =>
        api.addDealFieldOptions({ field_code, AddDealFieldOptionsRequestInner: more }),
      renameOption: (field_code, id) =>
        api.updateDealFieldOptions({
          field_code,
          UpdateDealFieldOptionsRequestInner: [{ id, label: 'Ä' }],
        }),
      removeOption: (field_code, id) =>
        api.deleteDealFieldOptions({ field_code, DeleteDealFieldOptionsRequestInner: [{ id }] }),
    }
  },
  person: () => {
    const api = client.two(v2.PersonFieldsApi)
    return {
      add: type => api.addPersonField({ AddPersonFieldRequest: bodies[type] }),
      get: field_code => api.getPersonField({ field_code }),
      list: () => api.getPersonFields(all),
      rename: field_code =>
        api.updatePersonField({ field_code, UpdatePersonFieldRequest: renamed }),
      remove: field_code => api.deletePersonField({ field_code }),
      addOption: field_code =>
        api.addPersonFieldOptions({ field_code, AddDealFieldOptionsRequestInner: more }),
      renameOption: (field_code, id) =>
        api.updatePersonFieldOptions({
          field_code,
          UpdateDealFieldOptionsRequestInner: [{ id, label: 'Ä' }],
        }),
      removeOption: (field_code, id) =>
        api.deletePersonFieldOptions({ field_code, DeleteDealFieldOptionsRequestInner: [{ id }] }),
    }
  },
  organization: () => {
    const api = client.two(v2.OrganizationFieldsApi)
    return {
      add: type => api.addOrganizationField({ AddOrganizationFieldRequest: bodies[type] }),
      get: field_code => api.getOrganizationField({ field_code }),
      list: () => api.getOrganizationFields(all),
      rename: field_code =>
        api.updateOrganizationField({ field_code, UpdateOrganizationFieldRequest: renamed }),
      remove: field_code => api.deleteOrganizationField({ field_code }),
      addOption: field_code =>
        api.addOrganizationFieldOptions({ field_code, AddDealFieldOptionsRequestInner: more }),
      renameOption: (field_code, id) =>
        api.updateOrganizationFieldOptions({
          field_code,
          UpdateDealFieldOptionsRequestInner: [{ id, label: 'Ä' }],
        }),
      removeOption: (field_code, id) =>
        api.deleteOrganizationFieldOptions({
          field_code,
          DeleteDealFieldOptionsRequestInner: [{ id }],
        }),
    }
  },
  product: () => {
    const api = client.two(v2.ProductFieldsApi)
    return {
      add: type => api.addProductField({ AddProductFieldRequest: bodies[type] }),
      get: field_code => api.getProductField({ field_code }),
      list: () => api.getProductFields(all),
      rename: field_code =>
        api.updateProductField({ field_code, UpdateProductFieldRequest: renamed }),
      remove: field_code => api.deleteProductField({ field_code }),
      addOption: field_code =>
        api.addProductFieldOptions({ field_code, AddDealFieldOptionsRequestInner: more }),
      renameOption: (field_code, id) =>
        api.updateProductFieldOptions({
          field_code,
          UpdateDealFieldOptionsRequestInner: [{ id, label: 'Ä' }],
        }),
      removeOption: (field_code, id) =>
        api.deleteProductFieldOptions({ field_code, DeleteDealFieldOptionsRequestInner: [{ id }] }),
    }
  },
})

export const testFields = (client: Client) => {
  test.each(Object.keys(kinds(client)))('fields of a %s', async kind => {
    const fields = kinds(client)[kind]?.()
    if (!fields) throw new Error(`there are no fields of ${kind}`)
    const before = (await fields.list()).data?.length ?? 0
    const code = String(read(await fields.add('enum'), 'field_code'))
    expect((await fields.list()).data).toHaveLength(before + 1)
    const [a] = read(await fields.get(code), 'options') as readonly { readonly id: number }[]
    expect(await fields.addOption(code)).toMatchObject({ data: [{ label: 'C' }] })
    expect(await fields.renameOption(code, a?.id ?? 0)).toMatchObject({ data: [{ label: 'Ä' }] })
    expect(await fields.removeOption(code, a?.id ?? 0)).toMatchObject({ data: [{ id: a?.id }] })
    expect(read(await fields.rename(code), 'field_name')).toBe('Client & Co')
    expect(read(await fields.remove(code), 'field_code')).toBe(code)
  })

  test('fields as v1 has them', async () => {
    const CreateFieldRequest = { name: 'Old', field_type: 'varchar' as const }
    const UpdateFieldRequest = { name: 'Older' }
    const deal = client.one(v1.DealFieldsApi)
    const person = client.one(v1.PersonFieldsApi)
    const organization = client.one(v1.OrganizationFieldsApi)
    const product = client.one(v1.ProductFieldsApi)
    const add = {
      deal: async () => (await deal.addDealField({ CreateFieldRequest })).data?.id ?? 0,
      person: async () => (await person.addPersonField({ CreateFieldRequest })).data?.id ?? 0,
      organization: async () =>
        (await organization.addOrganizationField({ CreateFieldRequest })).data?.id ?? 0,
      product: async () =>
        (await product.addProductField({ ProductFieldAllOf: CreateFieldRequest })).data?.id ?? 0,
    }
    const d = await add.deal()
    expect((await deal.updateDealField({ id: d, UpdateFieldRequest })).data?.name).toBe('Older')
    expect((await deal.getDealField({ id: d })).data?.name).toBe('Older')
    expect((await deal.getDealFields({ limit: 500 })).data?.length).toBeGreaterThan(16)
    expect((await deal.deleteDealField({ id: d })).data?.id).toBe(d)
    await deal.deleteDealFields({ ids: String(await add.deal()) })

    const p = await add.person()
    expect((await person.updatePersonField({ id: p, UpdateFieldRequest })).data?.name).toBe('Older')
    expect((await person.getPersonField({ id: p })).data?.name).toBe('Older')
    expect((await person.getPersonFields({ limit: 500 })).data?.length).toBeGreaterThan(16)
    expect((await person.deletePersonField({ id: p })).data?.id).toBe(p)
    await person.deletePersonFields({ ids: String(await add.person()) })

    const o = await add.organization()
    const changed = await organization.updateOrganizationField({ id: o, UpdateFieldRequest })
    expect(changed.data?.name).toBe('Older')
    expect((await organization.getOrganizationField({ id: o })).data?.name).toBe('Older')
    const list = await organization.getOrganizationFields({ limit: 500 })
    expect(list.data?.length).toBeGreaterThan(16)
    expect((await organization.deleteOrganizationField({ id: o })).data?.id).toBe(o)
    await organization.deleteOrganizationFields({ ids: String(await add.organization()) })

    const s = await add.product()
    await product.updateProductField({ id: s, UpdateProductFieldResponse: UpdateFieldRequest })
    expect((await product.getProductField({ id: s })).data?.name).toBe('Older')
    expect((await product.getProductFields({ limit: 500 })).data?.length).toBeGreaterThan(3)
    expect((await product.deleteProductField({ id: s })).data?.id).toBe(s)
    await product.deleteProductFields({ ids: String(await add.product()) })
    expect((await client.one(v1.LeadFieldsApi).getLeadFields()).data?.[0]?.key).toBe('title')
    const activity = await client.one(v1.ActivityFieldsApi).getActivityFields()
    expect(activity.data?.some(field => field.key === 'outcome')).toBe(true)
    const outcome = { field_code: 'outcome' }
    const api = client.two(v2.ActivityFieldsApi)
    expect((await api.getActivityField(outcome)).data?.options).toHaveLength(4)
    expect((await api.getActivityFields()).data?.length).toBeGreaterThan(10)
  })
}
