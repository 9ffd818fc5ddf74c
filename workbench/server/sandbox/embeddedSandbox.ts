import { openClient, type Client } from '../../../runtime/index.ts'
import { refreshTokens, type OAuthApp } from '../../../runtime/connections/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import { SnapshotError, startSandbox, type Changed, type Sandbox } from '../../../sandbox/index.ts'
import type { SandboxKind } from '../../api/index.ts'
import { createChoices, type ChoiceLists } from './choices.ts'
import { createTableRows, type TableRows } from './rows.ts'
import { sandboxFile, debouncedSave } from './file.ts'

/** The sandbox that runs inside the workbench. */
export interface EmbeddedSandbox {
  readonly url: string
  /** Nothing was kept of an earlier start. */
  readonly isNew: boolean
  /** Its only app. The id is always the same, so that connections to it are known again. */
  readonly app: OAuthApp
  /** Works for the tables of the workbench, whatever becomes of the connections. */
  readonly client: Client
  readonly choices: ChoiceLists
  readonly rows: TableRows
  /** All records are as they were at the first start; connections and webhooks stay. */
  reset(): void
  close(): Promise<void>
}

export interface SandboxListeners {
  onChange(kind: SandboxKind | 'settings'): void
  /** What the user has to know. */
  onNotice(text: string): void
}

const clientId = 'workbench'

const kinds = {
  deal: 'deals',
  person: 'persons',
  organization: 'organizations',
  lead: 'leads',
  activity: 'activities',
} as const

/** Starts the sandbox with the records it had when it was last stopped. */
export const openSandbox = async (
  store: Store,
  listeners: SandboxListeners,
): Promise<EmbeddedSandbox> => {
  const file = sandboxFile(store.folder)
  const onChange = (changed: Changed) => {
    saving.changed()
    rows.forget()
    if (changed === 'other' || changed === 'product') {
      choices.forgetSettings()
      return listeners.onChange('settings')
    }
    const kind = kinds[changed]
    choices.forget(kind)
    listeners.onChange(kind)
  }
  const { sandbox, isNew } = await store.run(() => start(file, onChange, listeners))
  const { url, clientSecret, redirectUri, accessToken, refreshToken } = sandbox
  const app = { clientId, clientSecret, redirectUri, server: url }
  const { component } = store
  const client = openClient({
    component,
    tokens: { accessToken, apiDomain: url },
    refresh: () => refreshTokens(component.connection, app, refreshToken),
    allowLoopback: true,
  })
  const choices = createChoices(client)
  const rows = createTableRows(client)
  const saving = debouncedSave(
    () => store.run(() => file.write(sandbox.snapshot())),
    error => listeners.onNotice(`Changes in the sandbox can’t be saved. ${textOf(error)}`),
  )
  if (isNew) saving.changed()
  return {
    url,
    isNew,
    app,
    client,
    choices,
    rows,
    reset: () => sandbox.reset(),
    async close() {
      await client.close()
      await sandbox.close()
      await saving.close()
    },
  }
}

const start = async (
  file: ReturnType<typeof sandboxFile>,
  onChange: (changed: Changed) => void,
  { onNotice }: SandboxListeners,
): Promise<{ readonly sandbox: Sandbox; readonly isNew: boolean }> => {
  const options = { clientId, onChange, controls: false }
  try {
    const snapshot = await file.read()
    const sandbox = await startSandbox({ ...options, snapshot })
    return { sandbox, isNew: snapshot === undefined }
  } catch (error) {
    if (!(error instanceof SnapshotError || error instanceof SyntaxError)) throw error
    const name = await file.setAside()
    onNotice(
      `The sandbox was reset because its file was damaged (${textOf(error)}). The damaged file was kept as ${name}.`,
    )
    return { sandbox: await startSandbox(options), isNew: false }
  }
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
