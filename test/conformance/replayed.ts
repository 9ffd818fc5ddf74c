import assert from 'node:assert/strict'
import type { HttpRequest } from '../../definitions/index.ts'
import { responseOf, type Transcript } from '../transcripts/replay.ts'
import type { HostConnection, StartedHost } from './host.ts'
import { openReplay } from './replayServer.ts'

/** What a host repeats, renews or waits for is shown by cases of its own. */
export const isReplayable = ({ exchange }: Transcript): boolean =>
  exchange.flat().every(call => {
    if (call.noAnswer !== undefined) return false
    const { status } = responseOf(call)
    const { method } = call.request as HttpRequest
    return status !== 401 && status !== 429 && (status < 500 || method === 'POST')
  })

/** Lets a host hold a conversation that is written down, and no other. */
export const withReplay = async (
  host: StartedHost,
  transcript: Transcript,
  work: (connection: HostConnection) => Promise<void>,
): Promise<void> => {
  const server = await openReplay(transcript)
  const words = { accessToken: 'access', refreshToken: 'refresh' }
  const app = { clientId: 'client', clientSecret: 'secret', redirectUri: 'http://127.0.0.1/' }
  const connection = await host.connect({ url: server.url, ...words, ...app })
  try {
    await work(connection)
    assert.deepEqual(server.differences(), [])
  } finally {
    await connection.close()
    await server.close()
  }
}
