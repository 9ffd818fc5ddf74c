import { component } from './component.ts'
import { openStore, type Store } from '../runtime/store/index.ts'

/** Work with the data directory, which is closed after it. */
export const withStore = async <Result>(
  work: (store: Store) => Promise<Result>,
): Promise<Result> => {
  const store = await openStore({ component })
  try {
    return await work(store)
  } finally {
    store.close()
  }
}
