import { openList, type Action, type ListPages, type Memory } from '../../definitions/index.ts'
import { checkInput, checkNamedInput } from '../input/checkInput.ts'
import type { OperationValidators } from '../input/validate.ts'
import type { ResolvedName } from '../names/resolveNames.ts'
import type { Signal } from '../requests/send.ts'
import type { Cost } from './meter.ts'
import { openMeter, type StepOptions } from './runStep.ts'
import { deadline } from './timeout.ts'

type Rows = AsyncGenerator<unknown, Cost & { readonly truncated: boolean }>

export interface StreamOptions extends StepOptions {
  /** How many rows are completed together at least: more need fewer requests; a page when absent. */
  readonly rowsAtOnce?: number
  /** Is told what names in the input have been taken for, before the first row. */
  readonly onResolved?: (resolved: readonly ResolvedName[]) => void
}

/**
 * Rows of a list action as they come, page by page, the next page requested while one is completed;
 * the memory used does not grow with the list.
 */
export async function* streamRows(action: Action, input: unknown, options: StreamOptions): Rows {
  const { list } = action
  if (!list) throw new TypeError(`${action.name} does not return a list`)
  const { client, timeout } = options
  const { signal, remainingMs, end } = deadline(client, timeout, options.signal)
  try {
    const validators = await client.validators(action.name)
    return yield* pages(action, list, input, validators, { ...options, signal, remainingMs })
  } finally {
    end()
  }
}

async function* pages(
  action: Action,
  list: ListPages,
  input: unknown,
  validators: OperationValidators,
  options: Parameters<typeof openMeter>[0] &
    Pick<StreamOptions, 'rowsAtOnce' | 'outputs' | 'resolveNames' | 'onResolved'>,
): Rows {
  const { run, cost } = openMeter(options)
  const { component } = options.client
  const prepared = options.resolveNames
    ? await run(checkNamedInput(component, action, input, validators, options.outputs))
    : { input: checkInput(action, input, validators, options.outputs), resolved: [] }
  if (prepared.resolved.length > 0) options.onResolved?.(prepared.resolved)
  const reader = openList(list, prepared.input)
  const memory: Memory = new Map()
  let next: Promise<readonly unknown[]> | undefined = run(reader.read())
  let rows: unknown[] = []
  while (next) {
    rows.push(...(await next))
    next = reader.isOver() ? undefined : run(reader.read())
    // It is awaited in its turn; a consumer that stops before that is not told how it ends.
    next?.catch(() => {})
    if (next && rows.length < (options.rowsAtOnce ?? 1)) continue
    yield* untilAborted(await run(list.hydrate(rows, memory)), options.signal)
    rows = []
  }
  return { ...cost(), truncated: reader.isTruncated() }
}

/** The consumer may be slow, so the deadline is checked for every row. */
function* untilAborted(rows: readonly unknown[], signal: Signal | undefined) {
  for (const row of rows) {
    if (signal?.aborted) throw signal.reason
    yield row
  }
}
