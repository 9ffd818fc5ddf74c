import { useQuery, type QueryClient } from '@tanstack/react-query'
import type { Validator } from '../../../engine/index.ts'
import type { NodeJson } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'
import { invalidDraftsOf } from '../workflow/invalidDrafts.ts'
import { useEditor } from '../workflow/store.ts'
import { draftErrors } from './draftErrors.ts'
import { fieldErrors, type FieldError } from './fieldErrors.ts'
import { inputsOf } from './inputs.ts'

/** One chunk for each operation, compiled when the page is built: the page runs no `eval`. */
const validators = import.meta.glob<Validator>('../../../dist/validators/pipedrive/form/*.js', {
  import: 'form',
})

const load = async (operation: string): Promise<Validator> => {
  const validator = validators[`../../../dist/validators/pipedrive/form/${operation}.js`]
  if (!validator) throw new TypeError(`there is no validator for the form of ${operation}`)
  return validator()
}

const queryOf = (operation: string) => ({
  queryKey: ['validator', operation],
  queryFn: () => load(operation),
  staleTime: Infinity,
})

export const useValidator = (operation: string) => useQuery(queryOf(operation)).data

/** What is wrong with the parameters of a node, for not sending what would be refused. */
export const validateNode = async (
  queries: QueryClient,
  { node, operation }: { readonly node: NodeJson; readonly operation: Operation },
): Promise<readonly FieldError[]> => {
  const inputs = inputsOf(operation)
  if (inputs.properties.length === 0) return []
  // What can’t be checked here is checked by the server.
  const validate = await queries.fetchQuery(queryOf(operation.name)).catch(() => undefined)
  const { name, parameters } = node
  const drafts = invalidDraftsOf(useEditor.getState().workflow?.id, name)
  return [
    ...(validate ? fieldErrors(inputs, parameters, validate) : []),
    ...draftErrors(inputs, parameters, drafts),
  ]
}
