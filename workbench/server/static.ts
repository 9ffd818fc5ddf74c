import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from './errors.ts'
import { root } from './root.ts'

const page = join(root, 'dist', 'page')
const aYear = 365 * 24 * 60 * 60

/** The built page and what it shows of the component. Its own paths all lead to the same file. */
export const addPage = async (server: FastifyInstance): Promise<void> => {
  const manifest = await readFile(join(root, 'component.json'))
  const icon = await readFile(join(root, 'component', 'icon.svg'))
  server.get('/component.json', (_, reply) => reply.type('application/json').send(manifest))
  server.get('/icon.svg', (_, reply) => reply.type('image/svg+xml').send(icon))
  await server.register(fastifyStatic, {
    root: page,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, path) {
      // Names of assets hold a hash of what is in them.
      const lasting = path.startsWith(join(page, 'assets'))
      void reply.header('cache-control', lasting ? `max-age=${aYear}, immutable` : 'no-cache')
    },
  })
  server.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/')) throw notFound('address')
    return reply.sendFile('index.html')
  })
}
