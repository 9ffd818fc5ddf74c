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

import { note, print, printJson } from '../output.ts'
import { withStore } from '../withStore.ts'

interface ListOptions {
  readonly usage?: true
  readonly json?: boolean
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
    if (rows.length === 0) note('There are none. Make one with: connect')
    for (const row of rows) {
      print(`${row.name.padEnd(16)}${row.state.padEnd(11)}${row.account} (${row.apiDomain})`)
      if (!('usage' in row)) continue
      if (row.usage.length === 0) print('  not used yet')
      for (const { day, calls, tokenCost } of row.usage)
        print(`  ${day} ${String(calls).padStart(7)} calls ${String(tokenCost).padStart(8)} tokens`)
    }
  })

export const test = (name: string): Promise<void> =>
  withStore(async store => {
    const connection = await connectionNamed(store, name)
    const client = await openConnection(store, connection)
    try {
      const label = await testConnection(store, client, connection)
      print(`${name} works: ${label}`)
      const missing = component.connection.missingScopes(connection.scopes.split(' '))
      if (missing.length > 0)
        note(
          `Missing scopes: ${missing.join(', ')}. Tick them in the Developer Hub and connect again.`,
        )
    } finally {
      await client.close()
    }
  })

export const rename = (name: string, to: string): Promise<void> =>
  withStore(async store => {
    await renameConnection(store, name, to)
    print(`${name} is now ${to}`)
  })

export const disconnect = (name: string): Promise<void> =>
  withStore(async store => {
    const { id } = await connectionNamed(store, name)
    const { app, secrets } = await secretsOf(store, id)
    await revokeToken(component.connection, app, secrets.refreshToken, [secrets.accessToken])
    await removeConnection(store, id)
    print(`${name} is disconnected; Pipedrive no longer accepts its tokens.`)
  })
