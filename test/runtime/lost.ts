import { pick, listOf, type Bench } from './support.ts'

/** The record whose write gets lost. */
export const name = 'Desks for the attic'
export const seeking = { onUnknownOutcome: 'find-existing' } as const

export const inputOf = (kind: string, field: string, more = {}) => ({
  [kind]: { [field]: name, ...(kind === 'lead' && { person_id: 1 }), ...more },
})

/** A call of the API past the client. */
export const call = async (
  { sandbox }: Bench,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> => {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${sandbox.accessToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** Records of this name as the sandbox itself lists them. */
export const alike = async (bench: Bench, path: string) =>
  listOf(pick(await call(bench, 'GET', `${path}?limit=500`), 'data')).filter(
    row => (pick(row, 'title') ?? pick(row, 'name')) === name,
  )
