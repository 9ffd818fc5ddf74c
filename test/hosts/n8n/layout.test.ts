import { pipedrive } from '../../../component/index.ts'
import { actionManifest, string, type Component } from '../../../definitions/index.ts'
import { describe as describeNode } from '../../../hosts/n8n/src/describe.ts'
import { eventProperties } from '../../../hosts/n8n/src/events.ts'
import { layoutOf, parameterPath } from '../../../hosts/n8n/src/layout.ts'
import { schemas } from '../../../hosts/n8n/src/schemas.ts'

const layout = layoutOf(pipedrive)
const placedOf = (name: string) => {
  const placed = layout.find(({ action }) => action.name === name)
  if (!placed) throw new Error(name)
  return placed
}
const where = (name: string) =>
  Object.fromEntries(
    placedOf(name).fields.map(({ path, name, collection }) => [
      path.join('.'),
      collection ? `${collection}.${name}` : name,
    ]),
  )

test('every action is one operation of a resource', () => {
  expect(layout.map(({ action }) => action.name)).toEqual(pipedrive.actions.map(({ name }) => name))
  const operations = layout.map(({ resource, operation }) => `${resource} ${operation}`)
  expect(new Set(operations).size).toBe(operations.length)
  expect(operations).toEqual(
    expect.arrayContaining(['deal create', 'lead getAll', 'organization search', 'person delete']),
  )
})

test('what is required stands on top, the rest in a collection', () => {
  expect(where('addDeal')).toMatchObject({
    'deal.title': 'title',
    'deal.person_id': 'additionalFields.person_id',
  })
  expect(where('getDealDetails')).toMatchObject({ id: 'dealId' })
  expect(where('getDeals')).toMatchObject({ user_id: 'filters.user_id' })
  expect(where('getDeals')).not.toHaveProperty('limit')
  expect(where('searchDeals')).toMatchObject({ term: 'term', status: 'additionalFields.status' })
})

test('of members of which one is needed, all stand on top', () => {
  expect(where('addLead')).toMatchObject({
    'lead.person_id': 'person_id',
    'lead.organization_id': 'organization_id',
  })
})

test('no two parameters of an operation have one name', () => {
  for (const { action, fields } of layout) {
    const own = ['resource', 'operation', 'returnAll', 'limit', 'simple', 'options']
    const names = fields.map(({ name, collection }) => `${collection ?? ''}.${name}`)
    expect({ action: action.name, names: new Set(names).size }).toEqual({
      action: action.name,
      names: names.length,
    })
    const top = fields.filter(({ collection }) => !collection).map(({ name }) => name)
    expect(top.filter(name => own.includes(name))).toEqual([])
  }
})

test('a list that depends on another property is loaded again by n8n’s path of it', () => {
  expect(parameterPath(placedOf('addDeal'), 'deal.pipeline_id')).toBe(
    'additionalFields.pipeline_id',
  )
})

test('a further action appears by itself', () => {
  const further = {
    ...placedOf('getDealDetails').action,
    name: 'getFile',
    description: 'Returns one file.',
    properties: { id: string({ label: 'File', required: true }) },
  }
  const component: Component = {
    ...pipedrive,
    actions: [...pipedrive.actions, further],
    records: { ...pipedrive.records, file: { title: 'File', pluralTitle: 'Files' } },
    subjects: { ...pipedrive.subjects, getFile: { record: 'file', verb: 'get' } },
  }
  expect(layoutOf(component).at(-1)).toMatchObject({
    manifest: actionManifest(further),
    resource: 'file',
    operation: 'get',
  })
  const ofFile = describeNode(component).filter(({ displayOptions }) =>
    JSON.stringify(displayOptions ?? '').includes('file'),
  )
  expect(ofFile).toMatchInlineSnapshot(`
   [
     {
       "default": "get",
       "displayName": "Operation",
       "displayOptions": {
         "show": {
           "resource": [
             "file",
           ],
         },
       },
       "name": "operation",
       "noDataExpression": true,
       "options": [
         {
           "action": "Get a file",
           "description": "Returns one file",
           "name": "Get",
           "value": "get",
         },
       ],
       "type": "options",
     },
     {
       "default": "",
       "displayName": "File",
       "displayOptions": {
         "show": {
           "operation": [
             "get",
           ],
           "resource": [
             "file",
           ],
         },
       },
       "name": "fileId",
       "required": true,
       "type": "string",
     },
     {
       "default": true,
       "description": "Whether to return a simplified version of the response instead of the raw data",
       "displayName": "Simplify",
       "displayOptions": {
         "show": {
           "operation": [
             "get",
           ],
           "resource": [
             "file",
           ],
         },
       },
       "name": "simple",
       "type": "boolean",
     },
   ]
  `)
})

test('every trigger is an event of the trigger node', () => {
  const [event] = eventProperties(pipedrive)
  const values = (event?.['options'] as readonly { readonly value: string }[]).map(
    ({ value }) => value,
  )
  expect(values.toSorted()).toEqual(pipedrive.triggers.map(({ name }) => name).toSorted())
})

test('the fields of every operation are known before anything has run', () => {
  expect(Object.keys(schemas)).toHaveLength(pipedrive.actions.length)
  expect(schemas['deal/getAll.json']).toMatchObject({
    type: 'object',
    properties: { id: { type: 'integer' }, title: { type: ['string', 'null'] } },
  })
})
