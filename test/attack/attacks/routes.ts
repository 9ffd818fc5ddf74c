import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const pattern = /\.(get|post|put|patch|delete)(?:<[^(]*>)?\(\s*'(\/api[^']*)'/g

/** All routes of the workbench's server, as its source registers them. */
export const workbenchRoutes = (): readonly { readonly method: string; readonly path: string }[] =>
  readdirSync('workbench/server', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => [...readFileSync(join('workbench/server', name), 'utf8').matchAll(pattern)])
    .map(([, method = '', path = '']) => ({ method: method.toUpperCase(), path }))
