import { pipedrive } from '../../../component/index.ts'
import {
  authorizationUrl,
  connectWithCode,
  connectionNamed,
  saveConnection,
  secretsOf,
} from '../../../runtime/connections/index.ts'
import { openStore, type Store } from '../../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { newFolder } from '../../folder.ts'
import { decide, saved } from './support.ts'

let sandbox: Sandbox
let store: Store
beforeEach(async () => {
  sandbox = await startSandbox({ empty: true })
  store = await openStore({ component: pipedrive, folder: newFolder() })
})
afterEach(async () => {
  store.close()
  await sandbox.close()
})

const app = () => {
  const { clientId, clientSecret, redirectUri, url } = sandbox
  return { clientId, clientSecret, redirectUri, server: url }
}

const allowed = async () => {
  const callback = new URL(
    await decide(authorizationUrl(pipedrive.connection, app(), 'state'), 'allow'),
  )
  return { callback, state: 'state' }
}

test('a connection of the same account gets new tokens', async () => {
  const { id } = await saved(store, sandbox, sandbox.url, 1)
  await connectWithCode(store, 'main', app(), await allowed())
  expect((await connectionNamed(store, 'main')).id).toBe(id)
  expect((await secretsOf(store, id)).secrets.accessToken).not.toBe(sandbox.accessToken)
})

test('a connection does not become that of another account, which could not be undone', async () => {
  const theirs = { ...app(), server: 'https://oauth.pipedrive.com' }
  const tokens = { accessToken: 'theirs', refreshToken: 'theirs-too', expiresIn: 1, scopes: [] }
  const apiDomain = 'https://acme.pipedrive.com'
  const { id } = await saveConnection(store, 'main', theirs, { ...tokens, apiDomain }, 'Ada · Acme')
  await expect(connectWithCode(store, 'main', app(), await allowed())).rejects.toMatchObject({
    message: expect.stringContaining('“main” belongs to Ada · Acme, not to'),
    recovery: 'reconnect',
  })
  expect((await connectionNamed(store, 'main')).apiDomain).toBe(apiDomain)
  expect((await secretsOf(store, id)).secrets.accessToken).toBe('theirs')
})
