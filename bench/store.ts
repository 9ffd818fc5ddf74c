import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipedrive } from 'pipedrive-component'
import { saveConnection } from 'pipedrive-component/connections'
import { openStore, type Store } from 'pipedrive-component/store'

/** Runs work on a new store with one connection, and throws the store away. */
export const withStore = async <Result>(
  work: (store: Store, connectionId: string) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const store = await openStore({ component: pipedrive, folder })
  try {
    const app = { clientId: 'bench', clientSecret: 'secret', redirectUri: 'http://127.0.0.1/' }
    const reply = {
      ...{ accessToken: 'access', refreshToken: 'refresh', apiDomain: 'https://a.pipedrive.com' },
      ...{ expiresIn: 3_600_000, scopes: ['base'] },
    }
    const { id } = await saveConnection(store, 'main', app, reply, 'Ada · Acme')
    return await work(store, id)
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
  }
}
