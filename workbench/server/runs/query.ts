import type { FastifyRequest } from 'fastify'
import { InputError } from '../../../definitions/index.ts'
import { shownStates, type RunQuery } from '../../../runtime/store/index.ts'
import type { RunState } from '../../api/index.ts'
import { query } from '../requests.ts'

/** The runs that the query parameters of a request ask for, of workflows that are drawn. */
export const runQuery = (request: FastifyRequest): RunQuery => {
  const workflow = query(request, 'workflow')
  const connectionId = query(request, 'connection')
  const search = query(request, 'search')
  const [from, to, before] = [
    number(request, 'from'),
    number(request, 'to'),
    number(request, 'before'),
  ]
  const asked = query(request, 'state')?.split(',').map(stateOf)
  return {
    drawn: true,
    ...(workflow !== undefined && { workflow }),
    ...(connectionId !== undefined && { connectionId }),
    ...(search !== undefined && { search }),
    ...(asked && { states: asked }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(before !== undefined && { before }),
  }
}

const stateOf = (given: string): RunState => {
  const state = shownStates.find(known => known === given)
  if (state) return state
  throw new InputError('state', `${given} is not one of ${shownStates.join(', ')}`)
}

const number = (request: FastifyRequest, name: string): number | undefined => {
  const given = query(request, name)
  if (given === undefined) return undefined
  const value = Number(given)
  if (Number.isSafeInteger(value)) return value
  throw new InputError(name, `${given} is not an integer`)
}
