import { untilStopped } from '../connect.ts'
import { printJson } from '../output.ts'

interface SandboxOptions {
  readonly port?: number
  readonly seed?: number
  readonly scale?: number
}

/** Prints one line that lets any other program talk to the sandbox, and serves until Ctrl-C. */
export const sandbox = async (options: SandboxOptions): Promise<void> => {
  const { startSandbox } = await import('../../sandbox/index.ts')
  const { close, ...facts } = await startSandbox(options)
  const { url, clientId, clientSecret, redirectUri, accessToken, refreshToken } = facts
  printJson({ url, clientId, clientSecret, redirectUri, accessToken, refreshToken })
  await untilStopped()
  await close()
}
