import { InputError, isRecord, type Action } from '../../definitions/index.ts'
import { runStep, type ResolvedName, type StepSuccess } from '../../engine/index.ts'
import { cutTexts, fitted, withoutNulls } from './fit.ts'
import { quoted } from './results.ts'
import type { Answer, CallContext } from './tool.ts'

/** The argument that every tool has that writes. */
export const writeArguments = { dry_run: { type: 'boolean' } }

/** Bytes of what is said beside the cuts. */
const hintBytes = 300

/** An action that gives one output. */
export const callOnce = async (
  action: Action,
  given: Readonly<Record<string, unknown>>,
  { client, signal, onRequest, maxBytes }: CallContext,
): Promise<Answer> => {
  const { dry_run: dryRun, ...rest } = given
  const input = action.effect === 'read' ? given : rest
  const options = { client, signal, onRequest, resolveNames: true, dryRun: isTrue(dryRun) }
  const result = await runStep(action, input, options)
  if ('error' in result) throw result.error
  const { preview, resolved = [], warnings } = result
  const reserved = Math.min(2_000, 0.3 * maxBytes)
  const names = resolved.length > 0 && { resolved }
  const whole = { ...named(result), ...names }
  const { value, cuts } = fitted(whole, maxBytes - reserved)
  const output = isRecord(value) ? value : {}
  const cut = cutTexts(cuts, reserved - hintBytes)
  const done = isTrue(dryRun) ? `a dry run; ${dryRunText(preview)}` : 'done'
  const advice =
    cut.length > 0
      ? ` Shortened to fit the size of an answer: ${quoted(cut)}. Ask for less, or start the server with a larger --max-bytes.`
      : ''
  return {
    structured: { ...output, ...(cut.length > 0 && { cut }) },
    summary: `${action.title}: ${done}.${advice}`,
    text: JSON.stringify(output),
    warnings,
  }
}

const isTrue = (dryRun: unknown): boolean => {
  if (dryRun === undefined || dryRun === null || typeof dryRun === 'boolean') return dryRun === true
  throw new InputError('dry_run', 'must be true or false')
}

/** Nothing would be written where what was to be made is there already. */
const dryRunText = (preview: StepSuccess['preview']) =>
  preview ? 'nothing was written' : 'nothing was written, and nothing would be'

const named = ({ output, preview }: StepSuccess): Readonly<Record<string, unknown>> => {
  // Null in a request or a change clears something.
  if (preview) return { preview: { ...preview, record: withoutNulls(preview.record) } }
  const shown = withoutNulls(output)
  return isRecord(shown) ? shown : { output: shown }
}

/** What names were taken for, for the line above the rows of a list. */
export const resolvedText = (resolved: readonly ResolvedName[]): string =>
  resolved
    .map(
      ({ path, text, id, label }) =>
        `${path}: ${JSON.stringify(text)} is ${String(id)}, ${JSON.stringify(label)}`,
    )
    .join('; ')
