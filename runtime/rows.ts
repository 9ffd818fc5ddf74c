import { readOptional, integer, member, type Action } from '../definitions/index.ts'
import { checkedInput, meter, type Cost, type StepOptions } from './step.ts'

/** Rows of a list action as they come, page by page; the memory used does not grow with the list. */
export async function* rowsOf(
  action: Action,
  input: unknown,
  options: StepOptions,
): AsyncGenerator<unknown, Cost & { readonly truncated: boolean }> {
  const { list } = action
  if (!list) throw new TypeError(`${action.name} does not return a list`)
  const { ask, cost } = meter(options)
  const checked = await checkedInput(action, input, options.outputs)
  const limit = readOptional(integer(), member(checked, 'limit')) ?? Infinity
  const arrangement = list.arrange?.(checked)
  let cursor: string | undefined
  let given = 0
  const whole: unknown[] = []
  do {
    const wanted = limit === Infinity || arrangement ? undefined : limit - given
    const page = await ask(list.page(checked, { cursor, wanted }))
    cursor = page.next
    if (arrangement) whole.push(...page.rows)
    else {
      const rows = await ask(list.complete(page.rows.slice(0, limit - given)))
      given += rows.length
      yield* rows
    }
  } while (cursor !== undefined && (arrangement !== undefined || given < limit))
  if (arrangement) {
    const kept = arrangement.apply(whole)
    yield* await ask(list.complete(kept.slice(0, limit)))
    return { ...cost(), truncated: kept.length > limit }
  }
  return { ...cost(), truncated: cursor !== undefined }
}
