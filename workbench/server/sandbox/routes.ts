import type { FastifyInstance } from 'fastify'
import { InputError, member } from '../../../definitions/index.ts'
import type { SandboxField, SandboxKind, SandboxPage } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { param, query } from '../requests.ts'
import { isKind, tables, type Table } from './tables.ts'
import { pageOf } from './page.ts'
import { call, isRow, type Row } from './rest.ts'

/** The tables of the sandbox's account. Its webhooks tell of every change, as always. */
export const addSandbox = (server: FastifyInstance, { sandbox }: Context): void => {
  const { client, choices, rows } = sandbox
  const fieldsOf = ({ columns }: Table): Promise<readonly SandboxField[]> =>
    Promise.all(
      columns.map(async ({ choices: list, ...column }) =>
        list ? { ...column, choices: await list(choices) } : column,
      ),
    )
  const rowIn = (answer: unknown, { plain }: Table): Row => {
    const row = member(answer, 'data')
    return isRow(row) ? { ...row, ...plain?.(row) } : {}
  }

  server.post('/api/sandbox/reset', async (_request, reply) => {
    sandbox.reset()
    return reply.status(204).send()
  })
  server.get('/api/sandbox/:kind', async (request): Promise<SandboxPage> => {
    const kind = kindNamed(param(request, 'kind'))
    const [fields, all] = await Promise.all([fieldsOf(tables[kind]), rows.of(kind)])
    const names = ['search', 'sort', 'cursor', 'id']
    const [search, sort, cursor, id] = names.map(name => query(request, name))
    return { ...pageOf(all, fields, { search, sort, cursor, id }), fields }
  })
  server.post('/api/sandbox/:kind', async (request, reply) => {
    const table = tableNamed(param(request, 'kind'))
    const cells = cellsIn(request.body, table)
    const body = table.wire?.(cells, {}) ?? cells
    const answer = await call(client, { method: 'POST', path: table.path, body })
    return reply.status(201).send(rowIn(answer, table))
  })
  server.patch('/api/sandbox/:kind/:id', async request => {
    const table = tableNamed(param(request, 'kind'))
    const path = `${table.path}/${param(request, 'id')}`
    const cells = cellsIn(request.body, table)
    const before = member(await call(client, { path }), 'data')
    const body = table.wire?.(cells, isRow(before) ? before : {}) ?? cells
    return rowIn(await call(client, { method: 'PATCH', path, body }), table)
  })
  server.delete('/api/sandbox/:kind/:id', async (request, reply) => {
    const table = tableNamed(param(request, 'kind'))
    await call(client, { method: 'DELETE', path: `${table.path}/${param(request, 'id')}` })
    return reply.status(204).send()
  })
}

const kindNamed = (kind: string): SandboxKind => {
  if (isKind(kind)) return kind
  throw notFound('table')
}

const tableNamed = (kind: string): Table => tables[kindNamed(kind)]

const cellsIn = (body: unknown, { columns }: Table): Row => {
  if (!isRow(body)) throw new InputError('', 'the fields of the record are missing')
  for (const key of Object.keys(body))
    if (!columns.some(column => column.key === key && column.editable))
      throw new InputError(key, 'can’t be edited here')
  return body
}
