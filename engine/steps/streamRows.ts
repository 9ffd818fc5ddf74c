import { openList, type Action, type ListPages, type Memory } from '../../definitions/index.ts'
import { checkInput } from '../input/checkInput.ts'
import type { Signal } from '../requests/send.ts'
import type { Cost } from './meter.ts'
import { openMeter, type StepOptions } from './runStep.ts'
import { deadline } from './timeout.ts'

type Rows = AsyncGenerator<unknown, Cost & { readonly truncated: boolean }>

export interface StreamOptions extends StepOptions {
  /** How many rows are completed together at least: more need fewer requests; a page when absent. */
  readonly rowsAtOnce?: number
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
    const checked = checkInput(action, input, validators, options.outputs)
    return yield* pages(list, checked, { ...options, signal, remainingMs })
  } finally {
    end()
  }
}

async function* pages(
  list: ListPages,
  input: unknown,
  options: Parameters<typeof openMeter>[0] & Pick<StreamOptions, 'rowsAtOnce'>,
): Rows {
  const { run, cost } = openMeter(options)
  const reader = openList(list, input)
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
