import { get, post } from '../../component/api.ts'
import { page } from '../../component/pages.ts'
import { integer, object, string } from '../../definitions/index.ts'

/** Mistakes in requests that the compiler finds, each on the line where it is made. */
const Row = object({ properties: { id: integer({ required: true }), title: string() } })

export function* paths() {
  yield* get('/api/v2/deals/{id}', { params: { id: 1 }, returns: Row })
  // @ts-expect-error: the path parameter is misspelled
  yield* get('/api/v2/deals/{id}', { params: { di: 1 }, returns: Row })
  // @ts-expect-error: a path parameter is missing
  yield* get('/api/v2/deals/{id}/files/{file}', { params: { id: 1 }, returns: Row })
  // @ts-expect-error: all path parameters are missing
  yield* get('/api/v2/deals/{id}', { returns: Row })
  // @ts-expect-error: there is one path parameter too many
  yield* get('/api/v2/deals', { params: { id: 1 }, returns: Row })
  // @ts-expect-error: a path parameter is neither a text nor a number
  yield* get('/api/v2/deals/{id}', { params: { id: null }, returns: Row })
  // @ts-expect-error: the path starts without a slash
  yield* get('api/v2/deals', { returns: Row })
  // @ts-expect-error: the path starts without a slash
  yield* page('api/v2/deals', { query: {}, row: Row })
  // @ts-expect-error: the shape of the answer is missing
  yield* post('/api/v2/deals', { body: {} })
  // @ts-expect-error: a query parameter is an object
  yield* get('/api/v2/deals', { query: { owner: { id: 1 } }, returns: Row })
}
