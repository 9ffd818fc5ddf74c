import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import { idsOf, paging, type Client } from './useClient.ts'

/** The records themselves, and the way to them. */
export const testRecords = (client: Client) => {
  test('the token is exchanged, refreshed when due, and revoked', async () => {
    const { host } = client.oauthOf()
    const own = new v2.OAuth2Configuration(client.oauthOf())
    const tokens = await own.authorize(await client.consent())
    expect(tokens).toMatchObject({ token_type: 'Bearer', api_domain: host })
    expect(own.basePath).toBe(`${host}/api/v2`)
    const before = await own.getAccessToken()
    // Private to the client; an hour of waiting is the other way.
    Reflect.set(own, 'expiresAt', Date.now() - 1)
    const after = await own.getAccessToken()
    expect(after).not.toBe(before)
    const api = new v2.DealsApi(
      new v2.Configuration({ accessToken: own.getAccessToken, basePath: own.basePath }),
    )
    expect((await api.getDeals({ limit: 1 })).success).toBe(true)
    await own.revokeToken('refresh_token')
    await expect(api.getDeals({ limit: 1 })).rejects.toMatchObject({
      success: false,
      errorCode: 401,
    })
  })

  test('deals', async () => {
    const api = client.two(v2.DealsApi)
    expect(new Set(await idsOf(cursor => api.getDeals(paging(cursor)))).size).toBe(650)
    expect(await idsOf(cursor => api.getArchivedDeals(paging(cursor)))).toHaveLength(60)
    const added = await api.addDeal({
      AddDealRequest: { title: 'Client & deal', value: 9.5, person_id: 1 },
    })
    const id = added.data?.id ?? 0
    expect((await api.updateDeal({ id, UpdateDealRequest: { status: 'won' } })).data?.status).toBe(
      'won',
    )
    expect((await api.getDeal({ id })).data).toMatchObject({
      id,
      title: 'Client & deal',
      value: 9.5,
    })
    const found = await api.searchDeals({ term: 'Client & deal', exact_match: true })
    expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])
    expect((await api.deleteDeal({ id })).data?.id).toBe(id)
    await expect(api.getDeal({ id })).rejects.toMatchObject({ success: false })
  })

  test('persons', async () => {
    const api = client.two(v2.PersonsApi)
    expect(new Set(await idsOf(cursor => api.getPersons(paging(cursor)))).size).toBe(1200)
    const added = await api.addPerson({
      AddPersonRequest: { name: 'Client Person', emails: [{ value: 'cp@mail.example' }] },
    })
    const id = added.data?.id ?? 0
    expect(added.data?.emails).toEqual([{ value: 'cp@mail.example', primary: true, label: 'work' }])
    const updated = await api.updatePerson({ id, UpdatePersonRequest: { org_id: 3 } })
    expect(updated.data?.org_id).toBe(3)
    expect((await api.getPerson({ id })).data?.name).toBe('Client Person')
    const found = await api.searchPersons({ term: 'cp@mail.example' })
    expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])
    expect((await api.deletePerson({ id })).data?.id).toBe(id)
  })

  test('organizations', async () => {
    const api = client.two(v2.OrganizationsApi)
    expect(new Set(await idsOf(cursor => api.getOrganizations(paging(cursor)))).size).toBe(620)
    const added = await api.addOrganization({
      AddOrganizationRequest: { name: 'Client Org', address: { value: 'Tallinn' } },
    })
    const id = added.data?.id ?? 0
    const updated = await api.updateOrganization({
      id,
      UpdateOrganizationRequest: { name: 'Client Org 2' },
    })
    expect(updated.data?.name).toBe('Client Org 2')
    expect((await api.getOrganization({ id })).data?.address?.value).toBe('Tallinn')
    const found = await api.searchOrganization({ term: 'Client Org 2' })
    expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])
    expect((await api.deleteOrganization({ id })).data?.id).toBe(id)
  })

  test('activities', async () => {
    const api = client.two(v2.ActivitiesApi)
    expect(new Set(await idsOf(cursor => api.getActivities(paging(cursor)))).size).toBe(300)
    const added = await api.addActivity({
      AddActivityRequest: { subject: 'Call', type: 'call', deal_id: 1 },
    })
    const id = added.data?.id ?? 0
    const updated = await api.updateActivity({ id, AddActivityRequest: { done: true } })
    expect(updated.data?.done).toBe(true)
    expect((await api.getActivity({ id })).data?.deal_id).toBe(1)
    expect((await api.deleteActivity({ id })).data?.id).toBe(id)
  })

  test('leads', async () => {
    const api = client.one(v1.LeadsApi)
    expect((await api.getLeads({ limit: 500 })).data).toHaveLength(500)
    expect((await api.getArchivedLeads({ limit: 500 })).data).toHaveLength(120)
    const added = await api.addLead({
      AddLeadRequest: {
        title: 'Client lead',
        person_id: 1,
        value: { amount: 1.25, currency: 'EUR' },
      },
    })
    const id = added.data?.id ?? ''
    const updated = await api.updateLead({ id, UpdateLeadRequest: { was_seen: true } })
    expect(updated.data?.was_seen).toBe(true)
    expect((await api.getLead({ id })).data?.value).toEqual({ amount: 1.25, currency: 'EUR' })
    const found = await client.two(v2.LeadsApi).searchLeads({ term: 'client lead' })
    expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])
    expect((await api.deleteLead({ id })).data?.id).toBe(id)
    await expect(api.getLead({ id })).rejects.toMatchObject({ error: 'requested lead not found' })
  })
}
