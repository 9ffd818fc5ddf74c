import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import type { Client } from './useClient.ts'

const me = 12415231
const other = 12415232

export const testRelations = (client: Client) => {
  test('merging, duplicating and converting', async () => {
    const deals = client.two(v2.DealsApi)
    const add = async (title: string) =>
      (await deals.addDeal({ AddDealRequest: { title, person_id: 3, value: 7 } })).data?.id ?? 0
    const [from, into] = [await add('From'), await add('Into')]
    const old = client.one(v1.DealsApi)
    const merged = await old.mergeDeals({ id: from, MergeDealsRequest: { merge_with_id: into } })
    expect(merged.data).toMatchObject({ id: into, title: 'Into', merge_what_id: from })
    await expect(deals.getDeal({ id: from })).rejects.toMatchObject({ success: false })
    const copy = await old.duplicateDeal({ id: into })
    expect(copy.data).toMatchObject({ title: 'Into', value: 7 })
    const persons = { id: 21, MergePersonsRequest: { merge_with_id: 22 } }
    expect((await client.one(v1.PersonsApi).mergePersons(persons)).data?.id).toBe(22)
    const organizations = { id: 21, MergeOrganizationsRequest: { merge_with_id: 22 } }
    const kept = await client.one(v1.OrganizationsApi).mergeOrganizations(organizations)
    expect(kept.data?.id).toBe(22)

    const { data: job } = await deals.convertDealToLead({ id: into })
    const conversion_id = job?.conversion_id ?? ''
    const status = (await deals.getDealConversionStatus({ id: into, conversion_id })).data
    expect(status?.status).toBe('completed')
    const leads = client.two(v2.LeadsApi)
    const id = status?.lead_id ?? ''
    const lead = await client.one(v1.LeadsApi).getLead({ id })
    expect(lead.data).toMatchObject({ title: 'Into', value: { amount: 7, currency: 'EUR' } })
    const again = (await leads.convertLeadToDeal({ id })).data?.conversion_id ?? ''
    const back = await leads.getLeadConversionStatus({ id, conversion_id: again })
    const deal = await deals.getDeal({ id: back.data?.deal_id ?? 0 })
    expect(deal.data).toMatchObject({ title: 'Into', value: 7, person_id: 3 })
  })

  test('followers, in both versions', async () => {
    const id = 30
    const add = { id, AddDealFollowerRequest: { user_id: me } }
    const [d, p] = [client.two(v2.DealsApi), client.two(v2.PersonsApi)]
    const [o, s] = [client.two(v2.OrganizationsApi), client.two(v2.ProductsApi)]
    await d.addDealFollower(add)
    await p.addPersonFollower(add)
    await o.addOrganizationFollower(add)
    const product = { id: 3, AddDealFollowerRequest: { user_id: me } }
    await s.addProductFollower(product)
    expect((await d.getDealFollowers({ id })).data?.[0]?.user_id).toBe(me)
    expect((await p.getPersonFollowers({ id })).data).toHaveLength(1)
    expect((await o.getOrganizationFollowers({ id })).data).toHaveLength(1)
    expect((await s.getProductFollowers({ id: 3 })).data).toHaveLength(1)

    const [d1, p1] = [client.one(v1.DealsApi), client.one(v1.PersonsApi)]
    const [o1, s1] = [client.one(v1.OrganizationsApi), client.one(v1.ProductsApi)]
    const ids = [
      (await d1.addDealFollower({ id, AddDealFollowerRequest: { user_id: other } })).data?.id ?? 0,
      (await p1.addPersonFollower({ id, AddPersonFollowerRequest: { user_id: other } })).data?.id ??
        0,
      (await o1.addOrganizationFollower({ id, AddOrganizationFollowerRequest: { user_id: other } }))
        .data?.id ?? 0,
      (await s1.addProductFollower({ id: 3, AddProductFollowerRequest: { user_id: other } })).data
        ?.id ?? 0,
    ] as const
    expect((await d1.getDealFollowers({ id })).data).toHaveLength(2)
    expect((await p1.getPersonFollowers({ id })).data).toHaveLength(2)
    expect((await o1.getOrganizationFollowers({ id })).data).toHaveLength(2)
    expect((await s1.getProductFollowers({ id: 3 })).data).toHaveLength(2)
    await d1.deleteDealFollower({ id, follower_id: ids[0] })
    await p1.deletePersonFollower({ id, follower_id: ids[1] })
    await o1.deleteOrganizationFollower({ id, follower_id: ids[2] })
    await s1.deleteProductFollower({ id: 3, follower_id: ids[3] })

    await d.deleteDealFollower({ id, follower_id: me })
    await p.deletePersonFollower({ id, follower_id: me })
    await o.deleteOrganizationFollower({ id, follower_id: me })
    await s.deleteProductFollower({ id: 3, follower_id: me })
    const actions = ['added', 'added', 'removed', 'removed']
    for (const { data } of [
      await d.getDealFollowersChangelog({ id }),
      await p.getPersonFollowersChangelog({ id }),
      await o.getOrganizationFollowersChangelog({ id }),
      await s.getProductFollowersChangelog({ id: 3 }),
    ])
      expect(data?.map(change => change.action)).toEqual(actions)
  })

  test('organizations that belong together, and who may see what', async () => {
    const api = client.one(v1.OrganizationRelationshipsApi)
    const relation = { type: 'parent', rel_owner_org_id: 40, rel_linked_org_id: 41 } as const
    const added = await api.addOrganizationRelationship({
      AddOrganizationRelationshipRequest: relation,
    })
    const id = added.data?.id ?? 0
    const related = { id, OrganizationRelationship: { type: 'related' as const } }
    expect((await api.updateOrganizationRelationship(related)).data?.type).toBe('related')
    expect((await api.getOrganizationRelationship({ id })).data?.id).toBe(id)
    const seen = await api.getOrganizationRelationships({ org_id: 41 })
    expect(seen.data?.map(one => one.calculated_related_org_id)).toEqual([40])
    expect((await api.deleteOrganizationRelationship({ id })).data?.id).toBe(id)

    const lead = (await client.one(v1.LeadsApi).getLeads({ limit: 1 })).data?.[0]?.id ?? ''
    const permitted = { data: [me, other] }
    expect(await client.one(v1.LeadsApi).getLeadUsers({ id: lead })).toMatchObject(permitted)
    expect(await client.one(v1.DealsApi).getDealUsers({ id: 1 })).toMatchObject(permitted)
    expect(await client.one(v1.PersonsApi).getPersonUsers({ id: 1 })).toMatchObject(permitted)
    expect(await client.one(v1.OrganizationsApi).getOrganizationUsers({ id: 1 })).toMatchObject(
      permitted,
    )
    expect(await client.one(v1.ProductsApi).getProductUsers({ id: 1 })).toMatchObject(permitted)
    const found = await client.one(v1.LeadsApi).searchLeads({ term: 'pilot', limit: 2 })
    expect(found.data?.items).toHaveLength(2)
  })
}
