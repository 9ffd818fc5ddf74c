import type { FastifyInstance } from 'fastify'
import { array, integer, member, object, read, string } from '../../../definitions/index.ts'
import type { CustomFieldKind, CustomFieldView } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { body, param } from '../requests.ts'
import { checkedField } from './fieldInput.ts'
import { call, rowsIn, type Row } from './rest.ts'

const options = array({
  items: object({ properties: { id: integer(), label: string({ required: true }) } }),
})
const name = string({ required: true })
const type = string({ required: true })
const maxRows = 500

/** The custom fields of the sandbox's account. Version 1 sets a name and all options at once. */
export const addSandboxFields = (
  server: FastifyInstance,
  { sandbox: { client } }: Context,
): void => {
  const all = async (kind: CustomFieldKind): Promise<readonly CustomFieldView[]> => {
    const rows: Row[] = []
    let page
    do {
      page = await call(client, {
        path: pathOf(kind),
        query: { start: rows.length, limit: maxRows },
      })
      rows.push(...rowsIn(page))
    } while (member(member(page, 'additional_data'), 'more_items_in_collection') === true)
    return rows.filter(row => row['edit_flag'] === true).map(viewOf)
  }

  server.get('/api/sandbox/fields/:kind', async request => all(kindNamed(param(request, 'kind'))))
  server.post('/api/sandbox/fields/:kind', async (request, reply) => {
    const path = pathOf(kindNamed(param(request, 'kind')))
    const { type: field_type, ...given } = checkedField(body({ name, type, options }, request))
    const answer = await call(client, { method: 'POST', path, body: { ...given, field_type } })
    return reply.status(201).send(viewOf(member(answer, 'data')))
  })
  server.put('/api/sandbox/fields/:kind/:id', async request => {
    const kind = kindNamed(param(request, 'kind'))
    const id = param(request, 'id')
    const known = (await all(kind)).find(field => String(field.id) === id)
    if (!known) throw notFound('field')
    const given = checkedField({ ...body({ name, options }, request), type: known.type })
    const answer = await call(client, {
      method: 'PUT',
      path: `${pathOf(kind)}/${id}`,
      body: { name: given.name, ...(given.options && { options: given.options }) },
    })
    return viewOf(member(answer, 'data'))
  })
  server.delete('/api/sandbox/fields/:kind/:id', async (request, reply) => {
    const kind = kindNamed(param(request, 'kind'))
    await call(client, { method: 'DELETE', path: `${pathOf(kind)}/${param(request, 'id')}` })
    return reply.status(204).send()
  })
}

const paths: Readonly<Record<CustomFieldKind, string>> = {
  deal: '/api/v1/dealFields',
  person: '/api/v1/personFields',
  organization: '/api/v1/organizationFields',
}
const pathOf = (kind: CustomFieldKind) => paths[kind]

const kindNamed = (kind: string): CustomFieldKind => {
  if (kind === 'deal' || kind === 'person' || kind === 'organization') return kind
  throw notFound('kind of record')
}

const described = object({
  properties: {
    id: integer({ required: true }),
    key: string({ required: true }),
    name,
    field_type: type,
    options: array({
      items: object({ properties: { id: integer({ required: true }), label: name } }),
    }),
  },
})

const viewOf = (row: unknown): CustomFieldView => {
  const { id, key, name, field_type, options } = read(described, row)
  return { id, key, name, type: field_type, ...(options && { options }) }
}
