import { pipedrive } from '../../component/index.ts'
import { findAction, runStep, type Write } from '../../engine/index.ts'
import { openClient, type Client } from '../../runtime/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { failure } from './support.ts'

let sandbox: Sandbox
let client: Client
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
  const tokens = { accessToken: sandbox.accessToken, apiDomain: sandbox.url }
  client = openClient({ component: pipedrive, tokens, allowLoopback: true })
})
afterAll(async () => {
  await client.close()
  await sandbox.close()
})

test.each(['GET', 'POST'])(
  'a %s that the sandbox does not serve says so and what to read',
  async method => {
    const kept = new Map<number, Write | undefined>()
    const journal = {
      writes: [],
      write: async (index: number, write: Write | undefined) => void kept.set(index, write),
      end: async () => {},
    }
    const call = { method, path: '/api/v1/callLogs' }
    const result = await runStep(findAction(pipedrive, 'customAction'), call, { client, journal })
    expect(failure(result)).toMatchObject({
      ...{ name: 'ApiError', recovery: 'fix-input' },
      message: expect.stringContaining('The sandbox does not serve'),
      hint: expect.stringContaining('docs/sandbox.md'),
    })
    expect(result.requests).toHaveLength(1)
    // Nothing was written, so nothing is unknown.
    expect([...kept.values()].filter(Boolean)).toEqual([])
  },
)
