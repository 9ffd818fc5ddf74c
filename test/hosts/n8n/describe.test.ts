import { pipedrive } from '../../../component/index.ts'
import { isRecord, memberAt } from '../../../definitions/index.ts'
import { optionsSources } from '../../../engine/index.ts'
import { describe as describeNode } from '../../../hosts/n8n/src/describe.ts'
import { labelCase, sentence, titleCase, whether } from '../../../hosts/n8n/src/texts.ts'

interface Shown {
  readonly name: string
  readonly displayName: string
  readonly type: string
  readonly description?: string
  readonly options?: readonly Shown[]
  readonly values?: readonly Shown[]
  readonly [more: string]: unknown
}

const properties = describeNode(pipedrive) as readonly unknown[] as readonly Shown[]
const within = (shown: Shown): readonly Shown[] => [
  shown,
  ...[...(shown.options ?? []), ...(shown.values ?? [])].flatMap(within),
]
const all = properties.flatMap(within)
const parameter = (resource: string, operation: string, name: string) =>
  properties.find(
    one =>
      one.name === name &&
      JSON.stringify(memberAt(one, 'displayOptions.show.resource')) === `["${resource}"]` &&
      JSON.stringify(memberAt(one, 'displayOptions.show.operation')) === `["${operation}"]`,
  )
const field = (resource: string, operation: string, collection: string, name: string) =>
  parameter(resource, operation, collection)?.options?.find(one => one.name === name)

test('a record is chosen from a list that is searched, by its id or by the address of its page', () => {
  expect(parameter('lead', 'get', 'leadId')).toMatchObject({
    type: 'resourceLocator',
    required: true,
    modes: [
      { name: 'list', typeOptions: { searchListMethod: 'leads', searchable: true } },
      { name: 'id' },
      { name: 'url', placeholder: expect.stringContaining('.pipedrive.com/leads/inbox/') },
    ],
  })
})

test('a short list is loaded, and again when what it depends on has changed', () => {
  expect(field('deal', 'create', 'additionalFields', 'stage_id')).toMatchObject({
    displayName: 'Stage Name or ID',
    type: 'options',
    typeOptions: {
      loadOptionsMethod: 'stagesOfDealPipeline',
      loadOptionsDependsOn: ['additionalFields.pipeline_id'],
    },
  })
  expect(field('lead', 'create', 'additionalFields', 'label_ids')).toMatchObject({
    type: 'multiOptions',
    default: [],
  })
})

test('every list that the form asks for is one of the component', () => {
  const lists = new Set(
    pipedrive.actions.flatMap(action =>
      [...optionsSources(action).values()].map(({ name }) => name),
    ),
  )
  const asked = [
    ...JSON.stringify(properties).matchAll(/"(?:loadOptions|searchList)Method":"(\w+)"/g),
  ]
  expect(asked.length).toBeGreaterThan(20)
  for (const [, name = ''] of asked) expect(lists).toContain(name)
})

test('a condition shows a field beside its sibling', () => {
  expect(field('deal', 'create', 'additionalFields', 'lost_reason')).toMatchObject({
    displayOptions: { show: { status: ['lost'] } },
  })
})

test('dates are days, lists of objects are added one by one, objects are groups', () => {
  expect(field('deal', 'create', 'additionalFields', 'expected_close_date')).toMatchObject({
    type: 'dateTime',
    typeOptions: { dateOnly: true },
  })
  expect(field('person', 'create', 'additionalFields', 'email')).toMatchObject({
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
  })
  expect(field('lead', 'create', 'additionalFields', 'value')).toMatchObject({
    type: 'fixedCollection',
    options: [{ name: 'value', values: [{ name: 'amount' }, { name: 'currency' }] }],
  })
})

test('what is optional within a group shows no value that was not chosen', () => {
  const inGroups = all.flatMap(({ values = [] }) => values)
  expect(inGroups.map(({ name }) => name)).toContain('primary')
  const shows = ({ default: shown }: Shown) =>
    isRecord(shown) || Array.isArray(shown) || shown === ''
  expect(inGroups.filter(one => !one['required'] && !shows(one))).toEqual([])
  expect(inGroups.find(({ name }) => name === 'primary')).toMatchObject({
    type: 'options',
    options: [{ name: '(Not Set)', value: '' }, { value: false }, { value: true }],
  })
})

test('lists have Return All and Limit, and only writes that can look have the option to', () => {
  expect(parameter('deal', 'getAll', 'returnAll')).toMatchObject({ default: false })
  expect(parameter('deal', 'getAll', 'limit')).toMatchObject({
    default: 50,
    displayOptions: { show: { returnAll: [false] } },
  })
  expect(field('deal', 'create', 'options', 'onUnknownOutcome')).toMatchObject({ default: 'fail' })
  expect(parameter('deal', 'delete', 'options')).toBeUndefined()
})

test('the texts are in n8n’s style', () => {
  for (const one of all) {
    const { displayName, type, description } = one
    const isSwitch = type === 'boolean'
    if (isSwitch) expect(description).toMatch(/^Whether /)
    if (description && !/[.;] [A-Z]/.test(description)) expect(description).not.toMatch(/\.$/)
    if (type === 'collection')
      expect(one.options?.map(option => option.displayName)).toEqual(
        one.options?.map(option => option.displayName).toSorted(),
      )
    expect(isRecord(one) && (displayName ?? one.name)).toBeTruthy()
  }
  expect(titleCase('findOrAdd')).toBe('Find Or Add')
  expect(titleCase('all_not_deleted id'.replaceAll('_', ' '))).toBe('All Not Deleted ID')
  expect(sentence('Says `this`.')).toBe('Says <code>this</code>')
  expect(sentence('One. Two.')).toBe('One. Two.')
  expect(sentence('kept by id, not `id`')).toBe('Kept by ID, not <code>id</code>')
  expect(whether('Looks for the whole text', '')).toBe('Whether to look for the whole text')
  expect(whether('When enabled, all is returned', '')).toBe('Whether all is returned')
  expect(whether('', 'Was Seen')).toBe('Whether it was seen')
  expect(whether('', 'Primary')).toBe('Whether it is primary')
  expect(labelCase('Add to Label Ids')).toBe('Add to Label IDs')
  expect(labelCase('Custom fields of the owner’s group')).toBe('Custom Fields of the Owner’s Group')
})
