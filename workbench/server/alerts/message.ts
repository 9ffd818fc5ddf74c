import { member, type Component, type Properties } from '../../../definitions/index.ts'
import { runOf, workflowWithId, type Run, type Store } from '../../../runtime/store/index.ts'
import type { AlertMessage, Problem } from '../../api/index.ts'
import { summaryOf } from '../runs/summary.ts'

/** What an alert is about. */
export type Occasion =
  | { readonly kind: 'run-stopped'; readonly run: Run }
  | { readonly kind: 'workflow-trouble'; readonly workflowId: string; readonly problem: Problem }

export const workflowIdOf = (occasion: Occasion): string =>
  occasion.kind === 'run-stopped' ? occasion.run.workflow : occasion.workflowId

/** Runs that need attention: those that wait for a network or a limit resume by themselves. */
export const needsAttention = ({ state, error }: Run): boolean =>
  state === 'dead' || state === 'parked' || (state === 'waiting' && error?.recovery === 'reconnect')

interface Surroundings {
  readonly store: Store
  readonly origin: string
}

/** In words. Control characters of labels would break the header of a mail. */
export const messageOf = async (
  { store, origin }: Surroundings,
  occasion: Occasion,
  count: number,
): Promise<AlertMessage> => {
  const id = workflowIdOf(occasion)
  const definition = (await workflowWithId(store, id))?.definition
  const label = textOf(member(definition, 'label')) || 'Untitled'
  const known = { count, at: new Date(store.now()).toISOString(), workflow: { id, label } }
  if (occasion.kind === 'workflow-trouble') {
    const { name, message, hint } = occasion.problem
    return {
      ...known,
      kind: occasion.kind,
      text: lines([`“${label}” is on, but has a problem`, message, hint]),
      error: { name, message, ...(hint !== undefined && { hint }) },
      url: `${origin}/workflows/${id}`,
    }
  }
  const { run } = occasion
  const step = await stepOf(store, run, definition)
  const title = textOf(summaryOf(run).title) || null
  const url = `${origin}/runs/${run.id}`
  const { name = 'Error', hint } = run.error ?? {}
  const message = problemOf(store.component, run, step?.operation)
  const more = count > 1 ? `${count} runs of “${label}” stopped, the last` : `“${label}” stopped`
  return {
    ...known,
    kind: occasion.kind,
    text: lines([
      `${more}${title === null ? '' : ` for “${title}”`}${step === undefined ? '' : ` at “${step.label}”`}`,
      message,
      hint,
      url,
    ]),
    run: { id: run.id, title, ...(step && { step: step.label }) },
    error: { name, message, ...(hint !== undefined && { hint }) },
    url,
  }
}

const lines = (parts: readonly (string | undefined)[]): string =>
  parts.flatMap(part => (part ? textOf(part) : [])).join('\n')

/** One line. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim() : ''

/** The label of the step that stopped. */
const stepOf = async (store: Store, { id }: Run, definition: unknown) => {
  const { steps } = await runOf(store, id)
  const stopped = steps.findLast(({ error }) => error)
  if (!stopped) return undefined
  const { name, operation } = stopped
  const nodes = [member(definition, 'triggers'), member(definition, 'tasks')].flat()
  const label = textOf(
    member(
      nodes.find(node => member(node, 'name') === name),
      'label',
    ),
  )
  return { operation, label: label === '' ? name : label }
}

/** With the label of the field that it is about, as its form has it. */
const problemOf = (component: Component, { error }: Run, operation: string | undefined): string => {
  const { message = 'It stopped', path } = error ?? {}
  const action = component.actions.find(({ name }) => name === operation)
  const label = path === undefined ? undefined : labelIn(action?.properties, path.split(/[.[]/))
  return label === undefined ? message : message.replace(`${path}: `, `${label} `)
}

const labelIn = (
  properties: Properties | undefined,
  [key = '', ...rest]: readonly string[],
): string | undefined => {
  const property = properties?.[key]
  return rest.length === 0 ? property?.label : labelIn(property?.properties, rest)
}
