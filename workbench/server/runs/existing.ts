import { InputError } from '../../../definitions/index.ts'
import { runOf, type Store } from '../../../runtime/store/index.ts'
import { notFound } from '../errors.ts'

export const existingRun = async (store: Store, id: string): ReturnType<typeof runOf> => {
  if (!/^\d{1,15}$/.test(id)) throw notFound('run')
  try {
    return await runOf(store, Number(id))
  } catch (error) {
    throw error instanceof InputError ? notFound('run') : error
  }
}
