import {
  revokeToken,
  connectionNamed,
  listConnections,
  openConnection,
  removeConnection,
  renameConnection,
  secretsOf,
  testConnection,
  usageOf,
} from '../../runtime/connections/index.ts'
import { component } from '../component.ts'

import { info, print, printJson } from '../output.ts'
import { withStore } from '../withStore.ts'

interface Json {
  readonly json?: boolean
}

interface ListOptions extends Json {
  readonly usage?: true
}

export const list = ({ usage, json = false }: ListOptions): Promise<void> =>
  withStore(async store => {
    const rows = await Promise.all(
      (await listConnections(store)).map(async connection => {
        const { id, name, account, apiDomain, state, scopes } = connection
        const facts = { name, account, apiDomain, state, scopes: scopes.split(' ') }
        return usage ? { ...facts, usage: await usageOf(store, id) } : facts
      }),
    )
    if (json) return printJson(rows)
    if (rows.length === 0) info('There are none. Make one with: connect')
    for (const row of rows) {
      print(`${row.name.padEnd(16)}${row.state.padEnd(11)}${row.account} (${row.apiDomain})`)
      if (!('usage' in row)) continue
      if (row.usage.length === 0) print('  not used yet')
      for (const { day, calls, tokenCost } of row.usage)
        print(`  ${day} ${String(calls).padStart(7)} calls ${String(tokenCost).padStart(8)} tokens`)
    }
  })

export const test = (name: string, { json = false }: Json): Promise<void> =>
  withStore(async store => {
    const connection = await connectionNamed(store, name)
    const client = await openConnection(store, connection)
    try {
      const label = await testConnection(store, client, connection)
      const missing = component.connection.missingScopes(connection.scopes.split(' '))
      if (json) return printJson({ name, account: label, missingScopes: missing })
      print(`${name} works: ${label}`)
      if (missing.length > 0)
        info(
          `Missing scopes: ${missing.join(', ')}. Tick them in the Developer Hub and connect again.`,
        )
    } finally {
      await client.close()
    }
  })

export const rename = (name: string, to: string, { json = false }: Json): Promise<void> =>
  withStore(async store => {
    await renameConnection(store, name, to)
    if (json) printJson({ name: to })
    else print(`${name} is now ${to}`)
  })

export const disconnect = (name: string, { json = false }: Json): Promise<void> =>
  withStore(async store => {
    const { id } = await connectionNamed(store, name)
    const { app, secrets } = await secretsOf(store, id)
    await revokeToken(component.connection, app, secrets.refreshToken, [secrets.accessToken])
    await removeConnection(store, id)
    if (json) printJson({ name, state: 'disconnected' })
    else print(`${name} is disconnected; Pipedrive no longer accepts its tokens.`)
  })
