import { pipedrive } from '../../component/index.ts'
import { memberAt } from '../../definitions/index.ts'

const pages = pipedrive.recordPages ?? {}

test('each operation that puts out records names their page', () => {
  const names = [...pipedrive.actions, ...pipedrive.triggers].map(({ name }) => name)
  const ofRecords = names.filter(name => /Deal|Lead|Organization|Person/.test(name))
  expect(ofRecords.filter(name => !pages[name]).toSorted()).toEqual([
    'deleteDeal',
    'deleteLead',
    'deleteOrganization',
    'deletePerson',
  ])
  expect(pages).not.toHaveProperty('newActivity')
})

test('a page is of the kind of record that the operation calls for', () => {
  expect(pages['getDealDetails']).toMatchObject({ kind: 'deals', path: '/deal/{id}' })
  expect(pages['addLead']).toMatchObject({ kind: 'leads', path: '/leads/inbox/{id}' })
  expect(pages['getPersons']).toMatchObject({ kind: 'persons', path: '/person/{id}' })
  expect(pages['updatedOrganization']).toMatchObject({ path: '/organization/{id}' })
})

test('where one record comes out, it has an id in the place that is named', () => {
  const single = [...pipedrive.actions, ...pipedrive.triggers].filter(
    operation => pages[operation.name] && !('list' in operation && operation.list),
  )
  expect(single.length).toBeGreaterThan(10)
  for (const { name, sampleOutput } of single) {
    const record = memberAt(sampleOutput, pages[name]?.record ?? 'nowhere')
    expect({ name, record }).toMatchObject({ name, record: { id: expect.anything() } })
  }
})
