import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { malformedRequests, sendRaw } from '../../malformedRequests.ts'
import { createTally, inParallel, type Attack } from '../attack.ts'
import { startWorkbench } from '../builtWorkbench.ts'

const startSandbox = async () => {
  const child = spawn(process.execPath, ['dist/bundle/cli/index.js', 'sandbox', '--scale', '10'])
  const ended = once(child, 'close')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString()) as { readonly url: string }
  const stop = async () => {
    const runs = child.exitCode === null
    child.kill('SIGTERM')
    await ended
    return runs
  }
  return { port: Number(new URL(url).port), stop }
}

export const malformed: Attack = {
  group: 'Workbench',
  name: 'The same 300 malformed requests to the page, the OAuth callback, the receiver and both sandboxes',
  async run() {
    const tally = createTally()
    const workbench = await startWorkbench()
    const sandbox = await startSandbox()
    const { webhookUrl = '' } = await workbench.turnOn()
    const portOf = (url: string) => Number(new URL(url).port)
    const ports = {
      page: portOf(workbench.url),
      callback: await workbench.openCallback(),
      receiver: portOf(webhookUrl),
      'embedded sandbox': portOf(workbench.session.sandboxUrl),
      'standalone sandbox': sandbox.port,
    }
    for (const [name, port] of Object.entries(ports))
      await inParallel(malformedRequests(port), 20, request =>
        tally.attempt(`${name}, ${JSON.stringify(request.slice(0, 40))}`, async () => {
          const status = (await sendRaw(port, request)).slice(9, 12)
          return /^50[0234]/.test(status) ? `is answered ${status}` : undefined
        }),
      )
    for (const [name, port] of Object.entries(ports))
      await tally.attempt(`${name} afterwards`, async () =>
        (await sendRaw(port, 'GET /api/session HTTP/1.0\r\n\r\n')) === ''
          ? 'says nothing'
          : undefined,
      )
    const { code } = await workbench.stop()
    tally.count('the workbench', code === 0 ? undefined : `has ended with ${code}`)
    tally.count('the sandbox', (await sandbox.stop()) ? undefined : 'has ended by itself')
    return tally.total('exits and hangs count as not survived')
  },
}
