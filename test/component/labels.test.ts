import { expect, test } from 'vitest'
import { deleteDeal } from '../../actions/deals/deleteDeal.ts'
import { deletePerson } from '../../actions/persons/deletePerson.ts'
import { deleteOrganization } from '../../actions/organizations/deleteOrganization.ts'
import { leadLabels, pipelines, stages, users } from '../../component/options/settings.ts'
import type { OptionsDataSource } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { fakeApi, list, response } from './fakeApi.ts'

const api = () =>
  fakeApi({
    'GET /api/v1/users': list([
      { id: 1, name: 'Ada', email: null },
      { id: 2, name: 'Ada', email: 'ada@example.com' },
      { id: 3, name: 'ada', email: null },
    ]),
    'GET /api/v2/pipelines': list([
      { id: 1, name: 'Sales', order_nr: 1 },
      { id: 2, name: 'Sales', order_nr: 2 },
      { id: 3, name: 'Old', order_nr: 3, is_deleted: true },
    ]),
    'GET /api/v2/stages': list([
      { id: 10, name: 'New', pipeline_id: 1 },
      { id: 20, name: 'New', pipeline_id: 2 },
      { id: 21, name: 'Done', pipeline_id: 2, is_deleted: true },
    ]),
    'GET /api/v1/leadLabels': list([
      { id: 'a', name: 'Hot', color: 'red' },
      { id: 'b', name: 'Hot', color: 'blue' },
    ]),
    'GET /api/v2/persons': list([
      { id: 1, name: 'Grace', emails: [{ value: 'g@example.com' }] },
      { id: 2, name: 'Grace', emails: [] },
      { id: 3, name: 'Grace', emails: null },
      { id: 4, name: 'Mei' },
    ]),
    'GET /api/v2/organizations': list([
      { id: 1, name: 'Nord', address: { value: 'Kiel' } },
      { id: 2, name: 'NORD', address: { value: 'Oslo' } },
    ]),
    'GET /api/v2/deals': list([
      { id: 7, title: 'Desks' },
      { id: 8, title: 'Desks' },
    ]),
    'GET /api/v2/deals/{id}': { success: true, data: { id: 9, title: 'Lamp', is_deleted: true } },
    'GET /api/v2/organizations/{id}': response(403, { success: false, error: 'Forbidden' }),
  })

const labels = <Value>(source: OptionsDataSource<Value>, more: { readonly value?: Value } = {}) =>
  driveSync(source.options({ input: {}, ...more }), api().send).options.map(({ label }) => label)

test('equal labels get what tells them apart', () => {
  expect(labels(users)).toEqual(['Ada · 1', 'Ada · ada@example.com', 'ada · 3'])
  expect(labels(pipelines)).toEqual(['Sales · 1', 'Sales · 2'])
  expect(labels(stages)).toEqual(['New · Sales · 1', 'New · Sales · 2'])
  expect(labels(leadLabels)).toEqual(['Hot · red', 'Hot · blue'])
  expect(labels(deletePerson.properties.id.optionsDataSource)).toEqual([
    'Grace · g@example.com · 1',
    'Grace · 2',
    'Grace · 3',
    'Mei · 4',
  ])
  expect(labels(deleteOrganization.properties.id.optionsDataSource)).toEqual([
    'Nord · Kiel · 1',
    'NORD · Oslo · 2',
  ])
  expect(labels(deleteDeal.properties.id.optionsDataSource)).toEqual(['Desks · 7', 'Desks · 8'])
})

test('a value that was chosen and is gone keeps a label', () => {
  expect(labels(pipelines, { value: 3 })).toEqual(['Old (deleted)'])
  expect(labels(pipelines, { value: 4 })).toEqual(['4 (deleted)'])
  expect(labels(stages, { value: 21 })).toEqual(['Done · Sales · 2 (deleted)'])
  expect(labels(leadLabels, { value: 'c' })).toEqual(['c (deleted)'])
  expect(labels(deleteDeal.properties.id.optionsDataSource, { value: 9 })).toEqual([
    'Lamp (deleted)',
  ])
  expect(labels(deletePerson.properties.id.optionsDataSource, { value: 5 })).toEqual([
    '5 (deleted)',
  ])
})

test('one that may not be seen is not called deleted', () => {
  expect(labels(deleteOrganization.properties.id.optionsDataSource, { value: 5 })).toEqual([
    '5 (not visible)',
  ])
})

test('twins on different pages have different labels, and one that was chosen keeps its own', () => {
  const pages = new Map([
    [undefined, [{ id: 7, title: 'Desks' }]],
    ['next', [{ id: 8, title: 'Desks' }]],
  ])
  const send: Parameters<typeof driveSync>[1] = ({ path, params, query }) => {
    const cursor = typeof query?.['cursor'] === 'string' ? query['cursor'] : undefined
    const one = { success: true, data: { id: params?.['id'], title: 'Desks' } }
    const additional_data = { next_cursor: cursor === undefined ? 'next' : null }
    const page = { success: true, data: pages.get(cursor), additional_data }
    return response(200, path.endsWith('{id}') ? one : page)
  }
  const labelsOf = (more: object) =>
    driveSync(
      deleteDeal.properties.id.optionsDataSource.options({ input: {}, ...more }),
      send,
    ).options.map(({ label }) => label)
  expect(labelsOf({})).toEqual(['Desks · 7'])
  expect(labelsOf({ cursor: 'next' })).toEqual(['Desks · 8'])
  expect(labelsOf({ value: 8 })).toEqual(['Desks · 8'])
  expect(labels(pipelines, { value: 2 })).toEqual(['Sales · 2'])
  expect(labels(leadLabels, { value: 'b' })).toEqual(['Hot · blue'])
})
