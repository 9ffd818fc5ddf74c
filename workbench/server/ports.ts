import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

const portsToTry = 20

/** Takes the next port where one is in use. */
export const onFreePort = async <Opened>(
  port: number,
  open: (port: number) => Promise<Opened>,
): Promise<Opened> => {
  for (let candidate = port; ; candidate++) {
    try {
      return await open(candidate)
    } catch (error) {
      if (candidate === port + portsToTry) throw error
    }
  }
}

export const portOf = (server: FastifyInstance): number => {
  const address: AddressInfo | string | null = server.server.address()
  return typeof address === 'object' && address ? address.port : 0
}
