import { InputError } from '../../definitions/index.ts'
import {
  parseWorkflow,
  runWorkflow,
  type Workflow,
  type WorkflowResult,
  type WorkflowStep,
  type Written,
  serializeError,
} from '../../engine/index.ts'
import { component } from '../component.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { exitCode } from '../exit.ts'
import { readJson } from '../input.ts'
import { costText, fail, noteWarnings, print, printJson, progress } from '../output.ts'

interface WorkflowRunOptions extends ConnectionTarget {
  readonly event?: string
  readonly json?: boolean
}

export const workflow = async (file: string, options: WorkflowRunOptions): Promise<void> => {
  const parsed = parseWorkflow(component, await readJson(file === '-' ? file : `@${file}`, file))
  const event = await eventFor(parsed, options.event)
  await withConnection(options, async ({ client }, signal) => {
    const { onRequest, done } = progress(parsed.label || file)
    const onStep = (step: WorkflowStep) => {
      done()
      if (!options.json) showStep(step)
    }
    const result = await runWorkflow(parsed, event, { client, signal, onRequest, onStep })
    if (options.json) return printResult(result)
    showWritten(result)
    const last = result.steps.at(-1)?.result
    if (last && 'error' in last) fail(last.error, false)
  })
}

/** The sample is used only by its name: its ids are those of no account. */
const eventFor = async ({ trigger }: Workflow, given: string | undefined): Promise<unknown> => {
  if (given === undefined && trigger)
    throw new InputError(
      '--event',
      `is required, as the workflow starts with ${trigger.name} (${trigger.operation.name})`,
      'Give the output of the trigger as JSON or @file, or the word sample for its sample.',
    )
  if (given === undefined) return undefined
  if (!trigger) throw new InputError('--event', 'the workflow has no trigger', 'Leave it out.')
  return given === 'sample' ? trigger.operation.sampleOutput : readJson(given, '--event')
}

const showStep = ({ name, operation, result }: WorkflowStep): void => {
  const mark = 'error' in result ? '✗' : '✓'
  print(`${mark} ${name} (${operation}): ${costText(result)}`)
  if (!('error' in result)) noteWarnings(result.warnings)
}

const verbs = {
  read: 'read',
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  write: 'written',
} as const

const showWritten = ({ written, unknown }: WorkflowResult): void => {
  for (const { name, operation, effect, id } of written)
    print(`${verbs[effect]} by ${name} (${operation})${idText(id)}`)
  if (written.length === 0 && unknown === undefined) print('nothing was written')
  if (unknown !== undefined) print(`the outcome of ${unknown} is unknown`)
}

const idText = (id: Written['id']): string =>
  typeof id === 'string' || typeof id === 'number' ? `: ${id}` : ''

/** As `run --json` prints a result: of an error only what is meant to be shown. */
const printResult = ({ steps, ...rest }: WorkflowResult): void => {
  const shown = steps.map(({ result, ...step }) => {
    if (!('error' in result)) return { ...step, result }
    process.exitCode = exitCode(result.error)
    const { error, ...cost } = result
    return { ...step, result: { error: serializeError(error), ...cost } }
  })
  printJson({ steps: shown, ...rest })
}
