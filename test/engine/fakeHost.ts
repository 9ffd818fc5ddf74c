import { Ajv } from 'ajv'
import {
  inputSchema,
  toJsonSchema,
  toManifest,
  type Component,
  type HttpRequest,
  type HttpResponse,
} from '../../definitions/index.ts'
import {
  createClient,
  createClientSync,
  runStep,
  runStepSync,
  type OperationValidators,
  type StepResult,
} from '../../engine/index.ts'

/** Compiles the validators of an operation as they are needed. */
export const validatorsOf =
  (component: Component) =>
  (name: string): OperationValidators => {
    const { actions, triggers, customActionDefinition } = toManifest(component)
    const acting = [...actions, customActionDefinition].find(one => one.name === name)
    const found = acting ?? triggers.find(one => one.name === name)
    if (!found) throw new TypeError(`there is no ${name}`)
    const { outputSchema } = found.outputDefinition.outputResponse
    const ajv = new Ajv({ allErrors: true, strict: false })
    return {
      input: ajv.compile(inputSchema(acting ?? { properties: [] }, 'run')),
      output: ajv.compile(toJsonSchema({ ...outputSchema, required: true }, 'output')),
    }
  }

export type Reply = Partial<HttpResponse> | Error

/**
 * A host whose API answers by a function, and whose clock moves only when something sleeps. `at`
 * says when each request was sent, in milliseconds from the start.
 */
export const fakeHost = (
  component: Component,
  answer: (request: HttpRequest, at: number) => Reply,
) => {
  const start = 1_000_000
  const at: number[] = []
  const slept: number[] = []
  let now = start
  const sleepSync = (milliseconds: number) => {
    slept.push(milliseconds)
    now += milliseconds
  }
  const sendSync = (request: HttpRequest): HttpResponse => {
    at.push(now - start)
    const reply = answer(request, now - start)
    if (reply instanceof Error) throw reply
    return { status: 200, headers: {}, body: null, ...reply }
  }
  const timing = { now: () => now, random: () => 0 }
  const validators = validatorsOf(component)
  const client = createClient({
    component,
    validators: async name => validators(name),
    send: async request => sendSync(request),
    timing: { ...timing, sleep: async milliseconds => sleepSync(milliseconds) },
  })
  const clientSync = createClientSync({
    ...{ component, validators, send: sendSync },
    timing: { ...timing, sleep: sleepSync },
  })
  return { at, slept, client, clientSync, pass: sleepSync }
}

/** The same step with promises and without. */
export const bothWays = [
  ['with promises', async (host, action, input) => runStep(action, input, host)],
  [
    'without promises',
    async ({ clientSync }, action, input) => runStepSync(action, input, { client: clientSync }),
  ],
] satisfies readonly (readonly [
  string,
  (
    host: ReturnType<typeof fakeHost>,
    action: Component['actions'][number],
    input: unknown,
  ) => Promise<StepResult>,
])[]
