import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import { useReceiver } from '../../sandbox/harness.ts'
import { idsOf, type Client } from './useClient.ts'

/** What records are made of: labels, users, stages, fields; and webhooks. */
export const testLookups = (client: Client) => {
  const receiver = useReceiver()

  test('lead labels, users, filters, currencies, activity types', async () => {
    expect((await client.one(v1.LeadLabelsApi).getLeadLabels()).data).toHaveLength(4)
    const users = client.one(v1.UsersApi)
    expect((await users.getUsers()).data).toHaveLength(3)
    const me = (await users.getCurrentUser()).data
    expect(me?.is_you).toBe(true)
    expect((await users.getUser({ id: me?.id ?? 0 })).data?.name).toBe(me?.name)
    const filters = await client.one(v1.FiltersApi).getFilters({ type: 'people' })
    expect(filters.data?.every(filter => filter.type === 'people')).toBe(true)
    expect(
      (await client.one(v1.CurrenciesApi).getCurrencies({ term: 'yen' })).data?.[0]?.code,
    ).toBe('JPY')
    expect((await client.one(v1.ActivityTypesApi).getActivityTypes()).data?.length).toBeGreaterThan(
      4,
    )
  })

  test('pipelines, stages, fields, field search', async () => {
    expect(await idsOf(() => client.two(v2.PipelinesApi).getPipelines())).toHaveLength(2)
    expect(await idsOf(() => client.two(v2.StagesApi).getStages({ pipeline_id: 2 }))).toHaveLength(
      6,
    )
    const fields = await client.two(v2.DealFieldsApi).getDealFields({ limit: 500 })
    expect(fields.data?.some(field => field.is_custom_field)).toBe(true)
    const found = await client.two(v2.ItemSearchApi).searchItem({
      term: 'alpine',
      item_types: 'organization',
    })
    expect(found.data?.items?.length).toBeGreaterThan(0)
    const beginning = {
      entity_type: 'person',
      field: 'name',
      match: 'beginning',
      term: 'Ada',
    } as const
    const named = await client.two(v2.ItemSearchApi).searchItemByField(beginning)
    expect(named.data?.length).toBeGreaterThan(0)
  })

  test('webhooks', async () => {
    const api = client.one(v1.WebhooksApi)
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
}
