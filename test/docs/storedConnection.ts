import { afterAll, beforeAll } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { saveConnection } from '../../runtime/connections/index.ts'
import { openStore } from '../../runtime/store/index.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'

/** A sandbox for the tests of a file, and a data directory in which its account is `acme`, as on the pages. */
export const useAcme = (options?: SandboxOptions) => {
  const folder = newFolder()
  let started: Sandbox | undefined
  beforeAll(async () => {
    started = await startSandbox(options)
    await storeAcme(folder, started)
  })
  afterAll(() => started?.close())
  const sandbox = (): Sandbox => {
    if (!started) throw new TypeError('the sandbox has not been started')
    return started
  }
  return { folder, sandbox }
}

const storeAcme = async (folder: string, sandbox: Sandbox): Promise<void> => {
  const { clientId, clientSecret, redirectUri, url, accessToken, refreshToken } = sandbox
  const app = { clientId, clientSecret, redirectUri, server: url }
  const reply = { accessToken, refreshToken, apiDomain: url, expiresIn: 3_600_000, scopes: [] }
  const store = await openStore({ component: pipedrive, folder })
  await saveConnection(store, 'acme', app, reply, 'Ada · Acme')
  store.close()
}
