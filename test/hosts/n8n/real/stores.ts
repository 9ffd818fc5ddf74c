import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { endWithThis, freePort, type Environment } from './server.ts'

export interface Stores {
  readonly environment: Environment
  /** The first column of a query, as numbers. */
  numbers(sql: string): Promise<readonly number[]>
  stop(): Promise<void>
}

/** Redis and Postgres of this machine, each with a free port and a folder of its own. */
export const startStores = async (folder: string): Promise<Stores> => {
  const [redisPort, port] = [await freePort(), await freePort()]
  const redis = spawn('redis-server', ['--port', `${redisPort}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' }) // prettier-ignore
  endWithThis(redis)
  await listening(redisPort)
  const bin = postgresBin()
  const data = join(folder, 'postgres')
  mkdirSync(data)
  const user = postgresUser()
  if (user) {
    chmodSync(folder, 0o755)
    chownSync(data, user.uid, user.gid)
  }
  const as = { cwd: data, stdio: 'ignore', ...user } as const
  execFileSync(join(bin, 'initdb'), ['-D', join(data, 'db'), '-A', 'trust', '-U', 'n8n'], as)
  const settings = ['-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${data}`] // prettier-ignore
  const postgres = spawn(join(bin, 'postgres'), ['-D', join(data, 'db'), ...settings], as)
  endWithThis(postgres)
  await listening(port)
  const psql = (database: string, sql: string) => {
    const words = ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'n8n', '-d', database, '-tAqc', sql]
    return execFileSync(join(bin, 'psql'), words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
  await ready(() => psql('postgres', 'create database n8n'))
  return {
    environment: {
      QUEUE_BULL_REDIS_HOST: '127.0.0.1',
      QUEUE_BULL_REDIS_PORT: String(redisPort),
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: '127.0.0.1',
      DB_POSTGRESDB_PORT: String(port),
      DB_POSTGRESDB_DATABASE: 'n8n',
      DB_POSTGRESDB_USER: 'n8n',
      DB_POSTGRESDB_PASSWORD: 'n8n',
      DB_POSTGRESDB_POOL_SIZE: '10',
    },
    numbers: async sql =>
      psql('n8n', sql)
        .split('\n')
        .filter(line => line !== '')
        .map(Number),
    async stop() {
      redis.kill('SIGTERM')
      postgres.kill('SIGINT')
      if (postgres.exitCode === null)
        await Promise.race([once(postgres, 'exit'), setTimeout(10_000)])
    },
  }
}

const postgresBin = (): string => {
  const folder = '/usr/lib/postgresql'
  const [newest] = existsSync(folder) ? readdirSync(folder).sort().reverse() : []
  if (newest === undefined || !existsSync(join(folder, newest, 'bin/initdb')))
    throw new Error('Postgres is not installed: apt-get install postgresql redis-server')
  return join(folder, newest, 'bin')
}

/** Postgres refuses to run as root. */
const postgresUser = () => {
  if (process.getuid?.() !== 0) return undefined
  const [, , uid, gid] = execFileSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' }).split(
    ':',
  )
  return { uid: Number(uid), gid: Number(gid) }
}

const listening = async (port: number) => {
  for (const start = Date.now(); Date.now() - start < 20_000; await setTimeout(50)) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (isOpen) return
  }
  throw new Error(`nothing listens on ${port}`)
}

const ready = async (work: () => void) => {
  for (let attempt = 0; ; attempt++)
    try {
      return work()
    } catch (error) {
      if (attempt > 20) throw error
      await setTimeout(250)
    }
}
