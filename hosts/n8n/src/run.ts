import type { IExecuteFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow'
import { pipedrive } from '../../../component/index.ts'
import { InputError, isRecord, memberAt } from '../../../definitions/index.ts'
import { runStep, type OnUnknownOutcome, type StepSuccess } from '../../../engine/index.ts'
import { asNodeError } from './errors.ts'
import { inputOf } from './input.ts'
import { layoutOf, outputPath, recordProperties, type Placed } from './layout.ts'
import { connect } from './send.ts'
import { simplified } from './simplify.ts'

export const layout = layoutOf(pipedrive)

const placedAt = (resource: unknown, operation: unknown): Placed => {
  const found = layout.find(one => one.resource === resource && one.operation === operation)
  if (found) return found
  throw new InputError('', `there is no operation "${String(operation)}" of "${String(resource)}"`)
}

/** Runs the chosen operation once for each item; the items that fail don't stop those that work. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const out: INodeExecutionData[] = []
  const connected = await connect(this).catch((error: unknown) => {
    throw asNodeError(this.getNode(), error)
  })
  const hints = new Set<string>()
  for (const item of this.getInputData().keys()) {
    let placed: Placed | undefined
    try {
      placed = placedAt(
        this.getNodeParameter('resource', item),
        this.getNodeParameter('operation', item),
      )
      const get = (name: string) => this.getNodeParameter(name, item, null)
      const result = await runStep(placed.action, inputOf(pipedrive, placed, get), {
        ...connected,
        onUnknownOutcome: onUnknownOutcomeOf(get('options')),
      })
      if ('error' in result) throw result.error
      for (const warning of warningsOf(result)) hints.add(warning)
      const isSimple = get('simple') === true
      for (const json of recordsOf(placed, result.output, isSimple))
        out.push({ json, pairedItem: { item } })
    } catch (error) {
      const failed = asNodeError(this.getNode(), error, { item, placed })
      // An agent is told no more than the message of what is thrown, and older ones nothing at all.
      if (!this.continueOnFail() && !this.getNode().type.endsWith('Tool')) throw failed
      const details = failed.description ? { details: failed.description } : {}
      out.push({ json: { error: failed.message, ...details }, pairedItem: { item } })
    }
  }
  for (const message of hints) this.addExecutionHints({ message, location: 'outputPane' })
  return [out]
}

const onUnknownOutcomeOf = (options: unknown): OnUnknownOutcome =>
  isRecord(options) && options['onUnknownOutcome'] === 'find-existing' ? 'find-existing' : 'fail'

/** One item for each record. */
const recordsOf = (placed: Placed, output: unknown, isSimple: boolean): readonly JsonObject[] => {
  const found = memberAt(output, outputPath(pipedrive, placed.action))
  const records: readonly unknown[] = Array.isArray(found) ? found : [found]
  const properties = recordProperties(pipedrive, placed)
  return records.map(record => {
    const shown = isSimple ? simplified(properties, record) : record
    const json = isRecord(shown) ? shown : { value: shown }
    return placed.action.effect === 'delete' ? { deleted: true, ...json } : json
  })
}

const warningsOf = ({ warnings }: StepSuccess): readonly string[] =>
  warnings.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)
