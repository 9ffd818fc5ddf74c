import { pipedrive } from '../../component/index.ts'
import type { Action, ComponentError, Trigger } from '../../definitions/index.ts'
import { openClient, type Client, type ClientOptions } from '../../runtime/index.ts'
import {
  findAction,
  runStep,
  type Outputs,
  type StepOptions,
  type StepResult,
  type StepSuccess,
} from '../../engine/index.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts'

const named = <T extends { readonly name: string }>(all: readonly T[], name: string): T => {
  const found = all.find(one => one.name === name)
  if (!found) throw new TypeError(`there is no ${name}`)
  return found
}
export const actionNamed = (name: string): Action =>
  named([...pipedrive.actions, pipedrive.customAction], name)
export const triggerNamed = (name: string): Trigger => named(pipedrive.triggers, name)

/** A member at any depth of something that the test knows. */
export const pick = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value)

export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  throw new TypeError(`not a list: ${JSON.stringify(value)}`)
}

/** A step that must succeed as declared. */
export const success = (result: StepResult): StepSuccess => {
  if ('error' in result) throw result.error
  if (result.warnings.length > 0) throw new TypeError(JSON.stringify(result.warnings))
  return result
}

export const failure = (result: StepResult): ComponentError => {
  if ('error' in result) return result.error
  throw new TypeError(`the step has succeeded with ${JSON.stringify(result.output)}`)
}

export interface Bench {
  readonly sandbox: Sandbox
  readonly client: Client
  run(action: string, input: unknown, more?: Partial<StepOptions>): Promise<StepResult>
  /** The output of a step that must succeed. */
  output(action: string, input: unknown, outputs?: Outputs): Promise<unknown>
  /** Rows of a list or search that must succeed. */
  rows(action: string, input?: unknown): Promise<readonly unknown[]>
  control(path: string, body: unknown): Promise<void>
  /** Calls that have reached the API since the beginning. */
  calls(): Promise<readonly string[]>
  close(): Promise<void>
}

export const tokensOf = ({ accessToken, url }: Sandbox) => ({ accessToken, apiDomain: url })

export const openBench = async (
  options: SandboxOptions = {},
  more: Partial<ClientOptions> = {},
): Promise<Bench> => {
  const sandbox = await startSandbox(options)
  const client = openClient({
    component: pipedrive,
    tokens: tokensOf(sandbox),
    allowLoopback: true,
    ...more,
  })
  const run: Bench['run'] = (action, input, more) =>
    runStep(findAction(pipedrive, action), input, { client, outputs: {}, ...more })
  const output: Bench['output'] = async (action, input, outputs = {}) =>
    success(await run(action, input, { outputs })).output
  return {
    sandbox,
    client,
    run,
    output,
    async rows(action, input = {}) {
      const data = pick(await output(action, input), 'body', 'data')
      return listOf(Array.isArray(data) ? data : pick(data, 'items'))
    },
    async control(path, body) {
      const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(await response.text())
    },
    async calls() {
      const usage: unknown = await (await fetch(`${sandbox.url}/_sandbox/usage`)).json()
      return listOf(pick(usage, 'entries')).map(
        entry => `${String(pick(entry, 'method'))} ${String(pick(entry, 'path'))}`,
      )
    },
    async close() {
      await client.close()
      await sandbox.close()
    },
  }
}
