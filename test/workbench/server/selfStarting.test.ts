import type { RunSummary } from '../../../workbench/api/index.ts'
import { openBench, until } from './support.ts'

test('a workflow that starts itself says so, and the event that was skipped can be run', async () => {
  const bench = await openBench()
  const node = (
    name: string,
    operation: string,
    parameters: Readonly<Record<string, unknown>>,
  ) => ({
    ...{ name, label: '', type: `pipedrive/v1/${operation}`, parameters },
  })
  const { definition, id: workflow, connectionId } = await bench.example()
  await bench.save({
    ...definition,
    label: 'More and more',
    triggers: [node('trigger_1', 'newDeal', {})],
    tasks: [node('addDeal_1', 'addDeal', { deal: { title: '${trigger_1.title}+' } })],
  })
  await bench.call('POST', `/api/workflows/${workflow}/on`, {})
  await bench.call('POST', '/api/cause', { trigger: 'newDeal', connectionId })
  const runs = (state: string) => bench.get<readonly RunSummary[]>(`/api/runs?state=${state}`)
  const first = await until(async () => (await runs('skipped'))[0])
  expect(first.error?.message).toContain('“More and more” starts itself')
  expect((await bench.example()).activationError).toEqual(first.error)
  expect(await runs('failed')).toEqual([])
  expect(await bench.get('/api/runs/attention')).toEqual({ count: 0 })
  expect(await bench.get(`/api/runs/${first.id}`)).toMatchObject({ causedBy: first.id - 1 })
  await bench.call('POST', `/api/runs/${first.id}/retry`)
  const done = await until(async () => {
    const [newest] = await runs('done')
    return newest?.id === first.id ? newest : undefined
  })
  expect(done.error).toBeUndefined()
})
