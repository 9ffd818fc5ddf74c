import { readOptional, integer, member, type Action, type ListPages } from '../definitions/index.ts'
import { deadline } from './deadline.ts'
import { checkedInput, meter, type Cost, type StepOptions } from './step.ts'

type Rows = AsyncGenerator<unknown, Cost & { readonly truncated: boolean }>

/** Rows of a list action as they come, page by page; the memory used does not grow with the list. */
export async function* rowsOf(action: Action, input: unknown, options: StepOptions): Rows {
  const { list } = action
  if (!list) throw new TypeError(`${action.name} does not return a list`)
  const limit = deadline(options)
  try {
    const checked = await checkedInput(action, input, options.outputs)
    return yield* pages(list, checked, { ...options, signal: limit.signal })
  } finally {
    limit.end()
  }
}

async function* pages(
  list: ListPages,
  input: unknown,
  options: StepOptions & { readonly signal: AbortSignal },
): Rows {
  const { ask, cost } = meter(options)
  const limit = readOptional(integer(), member(input, 'limit')) ?? Infinity
  const arrangement = list.arrange?.(input)
  let cursor: string | undefined
  let given = 0
  const whole: unknown[] = []
  do {
    const wanted = limit === Infinity || arrangement ? undefined : limit - given
    const page = await ask(list.page(input, { cursor, wanted }))
    cursor = page.next
    if (arrangement) whole.push(...page.rows)
    else {
      const rows = await ask(list.complete(page.rows.slice(0, limit - given)))
      given += rows.length
      yield* heeding(rows, options.signal)
    }
  } while (cursor !== undefined && (arrangement !== undefined || given < limit))
  if (arrangement) {
    const kept = arrangement.apply(whole)
    yield* heeding(await ask(list.complete(kept.slice(0, limit))), options.signal)
    return { ...cost(), truncated: kept.length > limit }
  }
  return { ...cost(), truncated: cursor !== undefined }
}

/** Whoever takes the rows may be slow: the time may be over before a page is. */
function* heeding(rows: readonly unknown[], signal: AbortSignal) {
  for (const row of rows) {
    signal.throwIfAborted()
    yield row
  }
}
