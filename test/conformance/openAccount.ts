import { pipedrive } from '../../component/index.ts'
import { refreshTokens } from '../../runtime/connections/index.ts'
import { openClient } from '../../runtime/index.ts'
import type { Account } from './host.ts'

/** The client of the runtime, which renews its token. */
export const openAccount = ({ url, accessToken, refreshToken, ...app }: Account) => {
  let latest = refreshToken
  return openClient({
    component: pipedrive,
    tokens: { accessToken, apiDomain: url },
    async refresh() {
      const reply = await refreshTokens(pipedrive.connection, { ...app, server: url }, latest)
      latest = reply.refreshToken
      return reply
    },
    allowLoopback: true,
  })
}
