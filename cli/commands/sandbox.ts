import type { SandboxOptions } from '../../sandbox/index.ts'
import { waitForSignal } from '../connect.ts'
import { printJson } from '../output.ts'

interface SandboxCommandOptions extends Pick<
  SandboxOptions,
  'port' | 'seed' | 'scale' | 'dealFields' | 'redirectUri' | 'clientId' | 'plan'
> {
  /** Accepted for symmetry: the command always prints JSON. */
  readonly json?: boolean
}

/** Prints one line that lets any other program talk to the sandbox, and serves until Ctrl-C. */
export const sandbox = async ({ json: _, ...options }: SandboxCommandOptions): Promise<void> => {
  const { startSandbox } = await import('../../sandbox/index.ts')
  const { close, ...facts } = await startSandbox(options)
  const { url, clientId, clientSecret, redirectUri, accessToken, refreshToken } = facts
  printJson({ url, clientId, clientSecret, redirectUri, accessToken, refreshToken })
  await waitForSignal()
  await close()
}
