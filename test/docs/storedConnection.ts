import { pipedrive } from '../../component/index.ts'
import { saveConnection } from '../../runtime/connections/index.ts'
import { openStore } from '../../runtime/store/index.ts'
import type { Sandbox } from '../../sandbox/index.ts'

/** Keeps a connection to a sandbox in a data directory, under the name that the pages use. */
export const storeAcme = async (folder: string, sandbox: Sandbox): Promise<void> => {
  const { clientId, clientSecret, redirectUri, url, accessToken, refreshToken } = sandbox
  const app = { clientId, clientSecret, redirectUri, server: url }
  const reply = { accessToken, refreshToken, apiDomain: url, expiresIn: 3_600_000, scopes: [] }
  const store = await openStore({ component: pipedrive, folder })
  await saveConnection(store, 'acme', app, reply, 'Ada · Acme')
  store.close()
}
