import assert from 'node:assert/strict'
import type { Exchange } from '../../sandbox/index.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts'
import { addFault } from '../faults.ts'
import type { HostConnection, HostError, HostResult, RunOptions, StartedHost } from './host.ts'

/** What a case has at hand: an account of its own, and the host connected to it. */
export interface Scene {
  readonly sandbox: Sandbox
  readonly connection: HostConnection
  /** Every call that has reached the account since the beginning, with its status. */
  readonly calls: readonly Pick<Exchange, 'method' | 'path' | 'status'>[]
  fault(fault: object): Promise<void>
  /** The output or records of a run that must succeed. */
  done(action: string, input: unknown, options?: RunOptions): Promise<unknown>
  /** The error of a run that must fail. */
  failed(action: string, input: unknown, options?: RunOptions): Promise<HostError>
  /** How many calls of this method have been made. */
  count(method: string): number
}

const size = { scale: 30 }

export const withSandbox = async (
  host: StartedHost,
  work: (scene: Scene) => Promise<void>,
  options: SandboxOptions = {},
): Promise<void> => {
  const calls: Exchange[] = []
  const onExchange = (exchange: Exchange) => void calls.push(exchange)
  const sandbox = await startSandbox({ ...size, onExchange, ...options })
  const connection = await host.connect(sandbox)
  const run = async (action: string, input: unknown, options?: RunOptions) => {
    const result = await connection.run(action, input, options)
    requireNoSecret(result, sandbox)
    return result
  }
  try {
    await work({
      sandbox,
      connection,
      calls,
      fault: fault => addFault(sandbox.url, fault),
      done: async (action, input, options) => resultOf(action, await run(action, input, options)),
      failed: async (action, input, options) => errorOf(action, await run(action, input, options)),
      count: method => calls.filter(call => call.method === method).length,
    })
  } finally {
    await connection.close()
    await sandbox.close()
  }
}

const requireNoSecret = (result: HostResult, sandbox: Sandbox) => {
  const text = JSON.stringify(result)
  for (const name of ['accessToken', 'refreshToken', 'clientSecret'] as const)
    assert(!text.includes(sandbox[name]), `the result shows the ${name}`)
}

/** The output of a run, or its records, which must have succeeded. */
export const resultOf = (action: string, result: HostResult): unknown => {
  if ('error' in result) assert.fail(`${action} has failed: ${result.error.message}`)
  return 'output' in result ? result.output : result.records
}

export const errorOf = (action: string, result: HostResult): HostError => {
  if ('error' in result) return result.error
  assert.fail(`${action} has succeeded: ${JSON.stringify(result).slice(0, 200)}`)
}
