import type { FastifyInstance } from 'fastify'
import { InputError, member, record, string } from '../../definitions/index.ts'
import { findAction, loadOptions, optionsSource, stripReferences } from '../../engine/index.ts'
import type { OptionsView } from '../api/index.ts'
import type { Context } from './context.ts'
import { body } from './requests.ts'
import { abortedWith } from './streams.ts'

const properties = {
  connectionId: string({ required: true }),
  operation: string({ required: true }),
  path: string({ required: true }),
  input: record(),
  search: string(),
  cursor: string(),
}

/** The live lists behind the selects of a form. */
export const addOptions = (server: FastifyInstance, { store, clients }: Context): void => {
  server.post('/api/options', async (request, reply): Promise<OptionsView> => {
    const { connectionId, operation, path, input, search, cursor } = body(properties, request)
    const action = findAction(store.component, operation)
    optionsSource(action, path)
    const value = member(request.body, 'value')
    const query = {
      input: stripReferences(input ?? {}),
      ...(typeof search === 'string' && { search }),
      ...(typeof cursor === 'string' && { cursor }),
      ...(value !== undefined && { value }),
    }
    const client = await clients.of(connectionId)
    const result = await loadOptions(action, path, query, { client, signal: abortedWith(reply) })
    if ('error' in result) throw result.error
    const options = result.options.map(({ label, value }) => ({ label, value: scalar(value) }))
    return { options, ...(result.next !== undefined && { next: result.next }) }
  })
}

const scalar = (value: unknown): string | number => {
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new InputError('', 'the list has a value that is neither a string nor a number')
}
