import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import { useReceiver, useSandbox } from '../sandbox/harness.ts'

/** Pipedrive's own client, told nothing but where to go and who it is. */
const sandbox = useSandbox()
const receiver = useReceiver()
let oauth: v2.OAuth2Configuration
let one: v1.Configuration
let two: v2.Configuration

const consent = async () => {
  const { clientId: client_id, redirectUri: redirect_uri, url } = sandbox.it
  const form = new URLSearchParams({ client_id, redirect_uri, decision: 'allow' })
  const allow = { method: 'POST', body: form, redirect: 'manual' } as const
  const answer = await fetch(`${url}/oauth/authorize`, allow)
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

beforeAll(async () => {
  const { clientId, clientSecret, redirectUri, url: host } = sandbox.it
  oauth = new v2.OAuth2Configuration({ clientId, clientSecret, redirectUri, host })
  const oauth1 = new v1.OAuth2Configuration({ clientId, clientSecret, redirectUri, host })
  expect((await fetch(oauth.authorizationUrl)).status).toBe(200)
  await oauth.authorize(await consent())
  await oauth1.authorize(await consent())
  two = new v2.Configuration({ accessToken: oauth.getAccessToken, basePath: oauth.basePath })
  one = new v1.Configuration({ accessToken: oauth1.getAccessToken, basePath: oauth1.basePath })
})

interface Page {
  readonly data?: readonly { readonly id?: number }[]
  readonly additional_data?: { readonly next_cursor?: string | null }
}

/** Every id of a list, by following its cursor. */
const idsOf = async (list: (cursor: string | undefined) => Promise<Page>) => {
  const ids: (number | undefined)[] = []
  let cursor: string | undefined
  do {
    const page = await list(cursor)
    ids.push(...(page.data ?? []).map(row => row.id))
    cursor = page.additional_data?.next_cursor ?? undefined
  } while (cursor !== undefined)
  return ids
}
const paging = (cursor: string | undefined) => ({
  limit: 300,
  ...(cursor !== undefined && { cursor }),
})

test('the token is exchanged, refreshed when due, and revoked', async () => {
  const { clientId, clientSecret, redirectUri, url: host } = sandbox.it
  const own = new v2.OAuth2Configuration({ clientId, clientSecret, redirectUri, host })
  const tokens = await own.authorize(await consent())
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
  await expect(api.getDeals({ limit: 1 })).rejects.toMatchObject({ success: false, errorCode: 401 })
})

test('deals', async () => {
  const api = new v2.DealsApi(two)
  expect(new Set(await idsOf(cursor => api.getDeals(paging(cursor)))).size).toBe(650)
  expect(await idsOf(cursor => api.getArchivedDeals(paging(cursor)))).toHaveLength(60)
  const added = await api.addDeal({
    AddDealRequest: { title: 'Client & deal', value: 9.5, person_id: 1 },
  })
  const id = added.data?.id ?? 0
  expect((await api.updateDeal({ id, UpdateDealRequest: { status: 'won' } })).data?.status).toBe(
    'won',
  )
  expect((await api.getDeal({ id })).data).toMatchObject({ id, title: 'Client & deal', value: 9.5 })
  const found = await api.searchDeals({ term: 'Client & deal', exact_match: true })
  expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])
  expect((await api.deleteDeal({ id })).data?.id).toBe(id)
  await expect(api.getDeal({ id })).rejects.toMatchObject({ success: false })
})

test('persons', async () => {
  const api = new v2.PersonsApi(two)
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
  const api = new v2.OrganizationsApi(two)
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
  const api = new v2.ActivitiesApi(two)
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
  const api = new v1.LeadsApi(one)
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
  const found = await new v2.LeadsApi(two).searchLeads({ term: 'client lead' })
  expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([id])
  expect((await api.deleteLead({ id })).data?.id).toBe(id)
  await expect(api.getLead({ id })).rejects.toMatchObject({ error: 'requested lead not found' })
})

test('lead labels, users, filters, currencies, activity types', async () => {
  expect((await new v1.LeadLabelsApi(one).getLeadLabels()).data).toHaveLength(4)
  const users = new v1.UsersApi(one)
  expect((await users.getUsers()).data).toHaveLength(3)
  const me = (await users.getCurrentUser()).data
  expect(me?.is_you).toBe(true)
  expect((await users.getUser({ id: me?.id ?? 0 })).data?.name).toBe(me?.name)
  const filters = await new v1.FiltersApi(one).getFilters({ type: 'people' })
  expect(filters.data?.every(filter => filter.type === 'people')).toBe(true)
  expect((await new v1.CurrenciesApi(one).getCurrencies({ term: 'yen' })).data?.[0]?.code).toBe(
    'JPY',
  )
  expect((await new v1.ActivityTypesApi(one).getActivityTypes()).data?.length).toBeGreaterThan(4)
})

test('pipelines, stages, fields, field search', async () => {
  expect(await idsOf(() => new v2.PipelinesApi(two).getPipelines())).toHaveLength(2)
  expect(await idsOf(() => new v2.StagesApi(two).getStages({ pipeline_id: 2 }))).toHaveLength(6)
  const fields = await new v2.DealFieldsApi(two).getDealFields({ limit: 500 })
  expect(fields.data?.some(field => field.is_custom_field)).toBe(true)
  const found = await new v2.ItemSearchApi(two).searchItem({
    term: 'alpine',
    item_types: 'organization',
  })
  expect(found.data?.items?.length).toBeGreaterThan(0)
})

test('webhooks', async () => {
  const api = new v1.WebhooksApi(one)
  const added = await api.addWebhook({
    AddWebhookRequest: {
      name: 'Client',
      subscription_url: receiver.url,
      event_action: 'create',
      event_object: 'deal',
      version: '2.0',
    },
  })
  const id = added.data?.id ?? 0
  expect((await api.getWebhooks()).data?.map(webhook => webhook.id)).toEqual([id])
  expect(await api.deleteWebhook({ id })).toMatchObject({ success: true, status: 'ok' })
  await expect(api.deleteWebhook({ id })).rejects.toMatchObject({ errors: { id: ['not found'] } })
})
