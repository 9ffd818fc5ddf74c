import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** The program as it is built, with a sandbox of its own. */
export const program = [process.execPath, 'dist/bundle/cli/index.js', 'mcp', '--sandbox'] as const

export const startHttp = async () => {
  const [node, ...words] = [...program, '--http', '--port', '0', '--json']
  const child = spawn(node ?? '', words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  const { url } = JSON.parse(String(line))
  return {
    url: String(url),
    async close() {
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of the tools to its end, with nothing of this user's. */
export const runTool = (words: readonly string[], home: string): Promise<Ended> => {
  const [file = '', ...rest] = words
  const env = { PATH: process.env['PATH'], HOME: home }
  const options = { env, timeout: 60_000, maxBuffer: 10_000_000 }
  return new Promise(resolve => {
    execFile(file, rest, options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0
      resolve({ code, stdout, stderr })
    })
  })
}
