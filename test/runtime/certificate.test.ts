import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { pipedrive } from '../../component/index.ts'
import { NotSentError } from '../../definitions/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { refreshTokens } from '../../runtime/connections/oauth.ts'
import { openClient } from '../../runtime/index.ts'
import { instantClock } from './clocks.ts'
import { failure } from './support.ts'

/** Signed by itself, and for another name. */
const read = (name: string) => readFileSync(`test/runtime/tls/${name}.pem`)

const openTlsServer = async () => {
  const heard: string[] = []
  const options = { key: read('key'), cert: read('certificate') }
  const server = createServer(options, (request, response) => {
    void text(request).then(body => heard.push(body))
    response.end('{}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `https://127.0.0.1:${port}`,
    heard,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

test('a server with a wrong certificate is sent nothing, and the error says so', async () => {
  const server = await openTlsServer()
  const tokens = { accessToken: 'secret', apiDomain: server.url }
  const client = openClient({
    ...{ component: pipedrive, tokens, allowLoopback: true },
    timing: instantClock().timing,
  })
  const deal = { deal: { title: 'Desks' } }
  const error = failure(await runStep(findAction(pipedrive, 'addDeal'), deal, { client }))
  expect(error).toMatchObject({ name: 'NoResponseError', recovery: 'retry' })
  expect(error.cause).toBeInstanceOf(NotSentError)
  expect(error.message).toContain(`the certificate of ${server.url} is not accepted: self-signed`)
  expect(error.hint).toContain('Nothing was sent.')
  expect(error.hint).not.toContain('network')

  const app = { clientId: 'app', clientSecret: 'hidden', redirectUri: 'http://127.0.0.1/callback' }
  const refreshed = refreshTokens(pipedrive.connection, { ...app, server: server.url }, 'token')
  await expect(refreshed).rejects.toMatchObject({
    recovery: 'retry',
    message: expect.stringContaining('is not accepted: self-signed'),
  })
  expect(server.heard).toEqual([])
  await client.close()
  await server.close()
})
