import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import type { Client } from './useClient.ts'

/** What an administrator sets up. */
export const testSettings = (client: Client) => {
  test('pipelines and stages are added, changed and deleted', async () => {
    const pipelines = client.two(v2.PipelinesApi)
    const stages = client.two(v2.StagesApi)
    const pipeline = (await pipelines.addPipeline({ AddPipelineRequest: { name: 'Client' } })).data
    const id = pipeline?.id ?? 0
    const renamed = { name: 'Client & Co', is_deal_probability_enabled: true }
    const changed = await pipelines.updatePipeline({ id, UpdatePipelineRequest: renamed })
    expect(changed.data).toMatchObject(renamed)
    expect((await pipelines.getPipeline({ id })).data?.name).toBe('Client & Co')
    const first = { name: 'First', pipeline_id: id }
    const stage = (await stages.addStage({ AddStageRequest: first })).data?.id ?? 0
    const rot = { is_deal_rot_enabled: true, days_to_rotten: 5 }
    expect((await stages.updateStage({ id: stage, UpdateStageRequest: rot })).data).toMatchObject(
      rot,
    )
    expect((await stages.getStage({ id: stage })).data?.pipeline_id).toBe(id)
    const deal = { title: 'In it', pipeline_id: id }
    const added = await client.two(v2.DealsApi).addDeal({ AddDealRequest: deal })
    expect(added.data?.stage_id).toBe(stage)
    const there = await client.one(v1.PipelinesApi).getPipelineDeals({ id, everyone: 1 })
    expect(there.data?.map(one => one.id)).toEqual([added.data?.id])
    const same = await client.one(v1.StagesApi).getStageDeals({ id: stage, everyone: 1 })
    expect(same.data?.map(one => one.title)).toEqual(['In it'])
    expect((await stages.deleteStage({ id: stage })).data?.id).toBe(stage)
    expect((await pipelines.deletePipeline({ id })).data?.id).toBe(id)
  })

  test('filters are added, changed, used and deleted', async () => {
    const api = client.one(v1.FiltersApi)
    const condition = {
      object: 'deal',
      field_id: 'title',
      operator: "LIKE '$%'",
      value: 'Filtered',
    }
    const conditions = {
      glue: 'and',
      conditions: [
        { glue: 'and', conditions: [condition] },
        { glue: 'or', conditions: [] },
      ],
    }
    const filter = { name: 'Client', type: 'deals', conditions } as const
    const added = await api.addFilter({ AddFilterRequest: filter, include_field_code: true })
    const id = added.data?.id ?? 0
    await client.two(v2.DealsApi).addDeal({ AddDealRequest: { title: 'Filtered & found' } })
    const found = await client.two(v2.DealsApi).getDeals({ filter_id: id })
    expect(found.data?.map(deal => deal.title)).toEqual(['Filtered & found'])
    await api.updateFilter({ id, UpdateFilterRequest: { name: 'Renamed', conditions } })
    expect((await api.getFilter({ id })).data).toMatchObject({ name: 'Renamed', type: 'deals' })
    expect((await api.deleteFilter({ id })).data?.id).toBe(id)
    const more = [
      (await api.addFilter({ AddFilterRequest: filter })).data?.id ?? 0,
      (await api.addFilter({ AddFilterRequest: filter })).data?.id ?? 0,
    ]
    expect((await api.deleteFilters({ ids: more.join(',') })).data?.id).toEqual(more)
    expect(await api.getFilterHelpers()).toMatchObject({ data: { operators: expect.anything() } })
  })

  test('lead labels and activity types', async () => {
    const labels = client.one(v1.LeadLabelsApi)
    const label = { name: 'Client', color: 'dark-gray' } as const
    const id = (await labels.addLeadLabel({ AddLeadLabelRequest: label })).data?.id ?? ''
    const change = { UpdateLeadLabelRequest: { color: 'pink' as const } }
    expect((await labels.updateLeadLabel({ id, ...change })).data?.color).toBe('pink')
    expect((await labels.deleteLeadLabel({ id })).data?.id).toBe(id)
    const types = client.one(v1.ActivityTypesApi)
    const type = { name: 'Video call', icon_key: 'camera' } as const
    const added = (await types.addActivityType({ AddActivityTypeRequest: type })).data
    expect(added?.key_string).toBe('video_call')
    const one = added?.id ?? 0
    const renamed = { id: one, UpdateActivityTypeRequest: { name: 'Screen' } }
    expect((await types.updateActivityType(renamed)).data?.name).toBe('Screen')
    expect((await types.deleteActivityType({ id: one })).data?.active_flag).toBe(false)
    expect((await client.one(v1.LeadSourcesApi).getLeadSources()).data?.length).toBeGreaterThan(1)
  })

  test('users are added and switched off', async () => {
    const api = client.one(v1.UsersApi)
    const added = await api.addUser({ AddUserRequest: { email: 'new@mail.example' } })
    const id = added.data?.id ?? 0
    expect(added.data?.active_flag).toBe(true)
    const off = await api.updateUser({ id, UpdateUserRequest: { active_flag: false } })
    expect(off.data?.active_flag).toBe(false)
    expect((await api.findUsersByName({ term: 'new' })).data?.map(one => one.id)).toEqual([id])
    expect((await api.getUserFollowers({ id })).data).toEqual([])
    expect((await client.two(v2.UsersApi).getUserFollowers({ id })).data).toEqual([])
    expect((await client.one(v1.UserSettingsApi).getUserSettings()).data?.list_limit).toBe(100)
  })
}
