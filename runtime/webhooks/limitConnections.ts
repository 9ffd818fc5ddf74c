import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Holds at most `maxConnections`. Where one more comes, the one makes room that has waited longest
 * for the rest of a request, so that slow and idle senders keep out none that delivers.
 */
export const limitConnections = (server: Server, maxConnections: number): void => {
  /** Oldest first. */
  const waiting = new Set<Socket>()
  let open = 0
  server.on('connection', socket => {
    open++
    waiting.add(socket)
    socket.once('close', () => {
      open--
      waiting.delete(socket)
    })
    const [longest] = waiting
    if (open > maxConnections) longest?.destroy()
  })
  server.on('request', (request, response) => {
    const { socket } = request
    request.once('end', () => waiting.delete(socket))
    response.once('close', () => {
      waiting.delete(socket)
      if (!socket.destroyed) waiting.add(socket)
    })
  })
}
