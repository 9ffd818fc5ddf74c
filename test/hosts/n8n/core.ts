import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modulesOf } from './installCore.ts'

type Parameters = Readonly<Record<string, unknown>>
export interface Item {
  readonly json: Readonly<Record<string, unknown>>
  readonly pairedItem?: { readonly item: number }
}
export interface NodeErrorShown extends Error {
  readonly description?: string | null
  readonly httpCode?: string | null
  readonly context?: {
    readonly recovery?: string
    readonly path?: string
    readonly itemIndex?: number
  }
}

/** The methods of the packed nodes, as n8n calls them. */
export interface NodeMethods {
  readonly description: { readonly version: number; readonly webhooks?: readonly unknown[] }
  readonly methods: {
    readonly loadOptions: Readonly<Record<string, (this: unknown) => Promise<readonly Choice[]>>>
    readonly listSearch: Readonly<
      Record<string, (this: unknown, search?: string, cursor?: string) => Promise<Found>>
    >
  }
  readonly webhookMethods: {
    readonly default: Readonly<Record<'create' | 'delete', (this: unknown) => Promise<boolean>>>
  }
  webhook(this: unknown): Promise<{ readonly workflowData?: readonly (readonly Item[])[] }>
}
export interface Choice {
  readonly name: string
  readonly value: unknown
}
export interface Found {
  readonly results: readonly Choice[]
  readonly paginationToken?: string
}

export interface NodeOfWorkflow {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly typeVersion: number
  readonly position: readonly [number, number]
  readonly parameters: Parameters
  readonly [more: string]: unknown
}
export interface Workflow {
  readonly staticData: Record<string, unknown>
  getNode(name: string): NodeOfWorkflow
  readonly expression: { acquireIsolate?(): Promise<void> }
}
interface RunResult {
  readonly data: {
    readonly resultData: {
      readonly error?: NodeErrorShown
      readonly runData: Readonly<
        Record<
          string,
          readonly {
            readonly error?: NodeErrorShown
            readonly data?: { readonly main: readonly (readonly Item[])[] }
            readonly hints?: readonly { readonly message: string }[]
          }[]
        >
      >
    }
  }
}

type Context = new (...facts: readonly unknown[]) => unknown

/** What is used of n8n-core and n8n-workflow. */
export interface Core {
  readonly version: string
  readonly LoadOptionsContext: Context
  readonly HookContext: new (...facts: readonly unknown[]) => object
  readonly WebhookContext: Context
  readonly ExecutionLifecycleHooks: Context
  readonly WorkflowExecute: new (...facts: readonly unknown[]) => {
    processRunExecutionData(workflow: Workflow): Promise<RunResult>
  }
  readonly PackageDirectoryLoader: new (folder: string) => {
    loadAll(): Promise<void>
    getNode(name: string): { readonly type: NodeMethods }
  }
  readonly Workflow: new (facts: object) => Workflow
  createRunExecutionData(facts: object): unknown
}

/** The modules of n8n: those that `N8N_MODULES` names, else those that were installed here. */
const modules = () => process.env['N8N_MODULES'] ?? modulesOf('newest')

export const isInstalled = (): boolean => existsSync(join(modules(), 'n8n-core'))

/** Loads n8n’s core, which has to be installed. */
export const loadCore = (): { readonly core: Core; close(): void } => {
  const folder = modules()
  // Without these it writes into the home directory.
  const user = mkdtempSync(join(tmpdir(), 'n8n-user-'))
  process.env['N8N_USER_FOLDER'] = user
  process.env['N8N_ENCRYPTION_KEY'] = 'of the tests'
  // The packed node finds n8n-workflow as it does in n8n.
  process.env['NODE_PATH'] = folder
  ;(Module as unknown as { _initPaths(): void })._initPaths()
  const require = createRequire(join(folder, 'any.js'))
  const core = {
    version: (require('n8n-core/package.json') as { readonly version: string }).version,
    ...(require('n8n-core') as object),
    ...(require('n8n-workflow') as object),
  } as Core
  const close = () => {
    endTimer(require)
    rmSync(user, { recursive: true, force: true })
  }
  return { core, close }
}

/** A timer of n8n 2.0 keeps a process for ever; its server ends by force. */
const endTimer = (require: NodeJS.Require): void => {
  const { SSHClientsManager } =
    require('n8n-core/dist/execution-engine/ssh-clients-manager.js') as {
      readonly SSHClientsManager: unknown
    }
  const { Container } = require('@n8n/di') as {
    readonly Container: { get(made: unknown): { onShutdown(): void } }
  }
  Container.get(SSHClientsManager).onShutdown()
}
