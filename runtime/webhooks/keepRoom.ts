import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Lets slow and idle senders keep no others out: where there are too many connections, the one that
 * has been without a whole head of a request for longest is closed for a new one.
 */
export const keepRoom = (server: Server, maxConnections: number): void => {
  let connections = 0
  /** Those without a request under way, the longest first. */
  const waiting = new Set<Socket>()
  server.on('connection', socket => {
    connections++
    waiting.add(socket)
    socket.once('close', () => {
      connections--
      waiting.delete(socket)
    })
    if (connections <= maxConnections) return
    for (const longest of waiting) return void longest.destroy()
  })
  server.on('request', ({ socket }, response) => {
    waiting.delete(socket)
    response.once('close', () => {
      if (!socket.destroyed) waiting.add(socket)
    })
  })
}
