import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ComponentError } from '../../../definitions/index.ts'
import { fetchOnce } from '../../../runtime/index.ts'
import type { AlertMessage } from '../../api/index.ts'

/** Milliseconds until a delivery is given up. */
const timeoutMs = 10_000

/** The rest of an address may hold a secret, so errors name its origin alone. */
export const postAlert = async (
  url: string,
  message: AlertMessage,
  signal: AbortSignal,
): Promise<void> => {
  const { origin } = new URL(url)
  const response = await fetchOnce(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  }).catch(() => {
    throw failed(`${origin} did not respond`, 'Check the address and the network.')
  })
  await response.body?.cancel()
  if (response.ok) return
  throw failed(
    `${origin} responded with status ${response.status}`,
    'Check that the address is complete and still valid.',
  )
}

/** The text is its input, and the first line the variable `ALERT_SUBJECT`. */
export const runCommand = async (
  command: string,
  { text }: AlertMessage,
  signal: AbortSignal,
): Promise<void> => {
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...ownEnvironment(), ALERT_SUBJECT: text.split('\n')[0] ?? '' },
    detached: process.platform !== 'win32',
  })
  const ended = once(child, 'exit').then(([code]: readonly unknown[]) => code)
  const end = () => kill(child.pid)
  const late = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  late.addEventListener('abort', end)
  // A command need not read its input.
  child.stdin.on('error', () => {}).end(`${text}\n`)
  const code = await ended.catch(() => undefined)
  late.removeEventListener('abort', end)
  if (code === 0) return
  const seconds = timeoutMs / 1_000
  const how = late.aborted ? `was ended after ${seconds} s` : `ended with exit code ${String(code)}`
  throw failed(`The alert command ${how}`, 'Its messages are in the terminal of the workbench.')
}

/** With all that the shell has started. */
const kill = (pid: number | undefined) => {
  try {
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Ended already.
  }
}

/** The key of the data directory is nothing for others. */
const ownEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PIPEDRIVE_COMPONENT_')),
  )

const failed = (message: string, hint: string) =>
  new ComponentError(message, { recovery: 'retry', hint })
