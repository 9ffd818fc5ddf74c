import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { ComponentError } from '../../definitions/index.ts'
import { requestUrl } from '../../runtime/index.ts'
import { notFound } from './errors.ts'
import { root } from './root.ts'

interface File {
  readonly type: string
  readonly caching: string
  readonly content: Buffer
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * The built page and what it shows of the component. It is a few files, so they are read once: no
 * request can reach any other. The page's own paths all lead to its one document.
 */
export const addPage = async (server: FastifyInstance): Promise<void> => {
  const files = new Map(await pageFiles(join(root, 'dist', 'page')))
  const index = files.get('/index.html')
  if (!index)
    throw new ComponentError('The page of the workbench has not been built', {
      recovery: 'report',
      hint: 'Run: npm run build',
    })
  files.set('/component.json', await fileAt(join(root, 'component.json')))
  files.set('/icon.svg', await fileAt(join(root, 'component', 'icon.svg')))
  server.setNotFoundHandler((request, reply) => {
    const path = requestUrl(request.url, 'http://127.0.0.1')?.pathname
    const isPage = path !== undefined && request.method === 'GET' && !path.startsWith('/api/')
    const file = isPage ? (files.get(path) ?? asDocument(path, index)) : undefined
    if (!file) throw notFound('address')
    return reply.type(file.type).header('cache-control', file.caching).send(file.content)
  })
}

const asDocument = (pathname: string, index: File): File | undefined =>
  extname(pathname) === '' ? index : undefined

const pageFiles = async (folder: string): Promise<readonly (readonly [string, File])[]> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const known = names.filter(name => extname(name) !== '')
  return Promise.all(
    known.map(
      async name =>
        [
          `/${name.replaceAll(sep, '/')}`,
          await fileAt(join(folder, name), isLasting(name)),
        ] as const,
    ),
  )
}

/** Names of assets hold a hash of what is in them. */
const isLasting = (name: string) => name.startsWith('assets')

const fileAt = async (path: string, lasting = false): Promise<File> => ({
  type: types[extname(path)] ?? 'application/octet-stream',
  caching: lasting ? 'max-age=31536000, immutable' : 'no-cache',
  content: await readFile(path),
})
