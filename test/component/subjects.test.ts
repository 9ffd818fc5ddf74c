import { pipedrive } from '../../component/index.ts'
import { subjectOf } from '../../component/subjects.ts'
import {
  checkDefinition,
  integer,
  toManifest,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { optionsSources } from '../../engine/index.ts'

const operations = [...pipedrive.actions, ...pipedrive.triggers]
const manifest = toManifest(pipedrive)

test('each operation says what it is about and what it does, and no two say the same', () => {
  for (const { name } of operations) {
    const { record = '', verb } = pipedrive.subjects?.[name] ?? {}
    expect({ name, record, verb }).toEqual({
      name,
      record: expect.stringMatching(/^[a-z]/),
      verb: expect.stringMatching(/^[a-z]/),
    })
    expect(pipedrive.records).toHaveProperty(record)
  }
  expect(checkDefinition(pipedrive)).toEqual([])
})

test('the record and the verb are what the name says', () => {
  expect(pipedrive.subjects).toMatchObject({
    addDeal: { record: 'deal', verb: 'add' },
    deleteLead: { record: 'lead', verb: 'delete' },
    getOrganizationDetails: { record: 'organization', verb: 'get' },
    getPersons: { record: 'person', verb: 'list' },
    searchOrganization: { record: 'organization', verb: 'search' },
    newActivity: { record: 'activity', verb: 'create' },
    updatedDeal: { record: 'deal', verb: 'change' },
  })
  expect(subjectOf({ name: 'getNote' })).toEqual({ record: 'note', verb: 'get' })
  expect(subjectOf({ name: 'findOrAddPerson' })).toEqual({ record: 'person', verb: 'findOrAdd' })
})

test('records have titles for people, in the singular and the plural', () => {
  expect(pipedrive.records?.['activity']).toEqual({ title: 'Activity', pluralTitle: 'Activities' })
  expect(pipedrive.records?.['lead']).toEqual({
    title: 'Lead',
    pluralTitle: 'Leads',
    path: '/leads/inbox/{id}',
  })
})

test('two operations of one subject and two lists of one name are mistakes', () => {
  const [first, second] = pipedrive.actions
  if (!first || !second) throw new Error('there are no actions')
  const subject = { record: 'deal', verb: 'add' }
  const subjects = { [first.name]: subject, [second.name]: subject }
  const list = (label: string) => {
    const one = { name: 'twins', *options() { return { options: [{ label, value: 1 }] } } } // prettier-ignore
    return {
      ...first,
      agentHint: 'It adds one.',
      name: label,
      properties: { it: integer({ optionsDataSource: one }) },
    }
  }
  const problems = checkDefinition({ ...pipedrive, subjects, actions: [list('a'), list('b')] })
  expect(problems.filter(problem => !problem.includes('agentHint'))).toEqual([
    `${second.name} and ${first.name} both add deal`,
    'two live lists are called twins',
  ])
})

test('one list serves all properties that are chosen from it', () => {
  const lists = new Map<string, Set<unknown>>()
  for (const action of pipedrive.actions)
    for (const source of optionsSources(action).values())
      lists.set(source.name, (lists.get(source.name) ?? new Set()).add(source))
  expect([...lists.values()].every(({ size }) => size === 1)).toBe(true)
  expect([...lists.keys()]).toEqual(expect.arrayContaining(['deals', 'persons', 'users', 'stages']))
})

test('the manifest says it too', () => {
  expect(manifest.actions.map(({ subject }) => subject)).not.toContain(undefined)
  expect(manifest.triggers.map(({ subject }) => subject)).not.toContain(undefined)
  const all = manifest.actions.flatMap(({ properties }) => within(properties))
  const sourceOf = (name: string) => all.find(one => one.name === name)?.optionsDataSource
  expect(sourceOf('person_id')).toEqual({ name: 'persons', record: 'person', searchable: true })
  expect(sourceOf('currency')).toEqual({ name: 'currencies' })
  expect(sourceOf('filter_id')).toEqual({ name: 'dealFilters' })
})

const within = (properties: readonly PropertyManifest[]): readonly PropertyManifest[] =>
  properties.flatMap(one => [one, ...within(one.properties ?? []), ...within(one.items ?? [])])
