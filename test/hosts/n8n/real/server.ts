import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Installed } from './install.ts'

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

export type Environment = Readonly<Record<string, string>>

/** What n8n is told: this machine alone, no calls home, the sandbox in place of Pipedrive. */
export const environmentOf = (
  userFolder: string,
  port: number,
  sandboxUrl: string,
): Environment => {
  const url = `http://127.0.0.1:${port}/`
  const oauth = {
    authUrl: `${sandboxUrl}/oauth/authorize`,
    accessTokenUrl: `${sandboxUrl}/oauth/token`,
  }
  return {
    N8N_USER_FOLDER: userFolder,
    N8N_ENCRYPTION_KEY: 'of the tests',
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_PORT: String(port),
    WEBHOOK_URL: url,
    N8N_EDITOR_BASE_URL: url,
    N8N_SECURE_COOKIE: 'false',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_DISABLED_MODULES: 'mcp-registry',
    N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
    CREDENTIALS_OVERWRITE_DATA: JSON.stringify({ pipedriveComponentOAuth2Api: oauth }),
  }
}

const children = new Set<ChildProcess>()

/** No process outlives this one, also when it is interrupted. */
export const endWithThis = (child: ChildProcess): void => {
  if (children.size === 0) {
    process.once('exit', () => children.forEach(one => one.kill('SIGKILL')))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  }
  children.add(child)
}

export interface Running {
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** Starts `n8n start` or `n8n worker`, and waits until it says that it is up. */
export const startN8n = async (
  { node, bin, modules }: Installed,
  words: readonly string[],
  environment: Environment,
  name: string,
  /** Higher numbers yield to lower ones. */
  niceness = 0,
): Promise<Running> => {
  const env = {
    ...process.env,
    ...environment,
    PATH: `${join(node, '..')}:${process.env['PATH']}`,
    NODE_PATH: modules,
    N8N_RUNNERS_BROKER_PORT: String(await freePort()),
  }
  const child = spawn(node, [bin, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  endWithThis(child)
  if (child.pid !== undefined && niceness !== 0) setPriority(child.pid, niceness)
  const logFile = join(environment['N8N_USER_FOLDER'] ?? '.', `${name}.log`)
  const log = createWriteStream(logFile)
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  let isUp = false
  child.stdout.on('data', (text: Buffer) => {
    if (/Editor is now accessible|n8n worker is now ready/i.test(String(text))) isUp = true
  })
  for (const start = Date.now(); !isUp; await setTimeout(100)) {
    if (child.exitCode !== null) throw new Error(`n8n ${words.join(' ')} has ended: ${logFile}`)
    if (Date.now() - start > 300_000) throw new Error(`n8n ${words.join(' ')} does not start`)
  }
  return {
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await Promise.race([
        once(child, 'exit'),
        setTimeout(15_000).then(() => child.kill('SIGKILL')),
      ])
    },
  }
}
