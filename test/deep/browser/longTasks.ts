import type { Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of processor time. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const longTaskMs = 50
const categories = ['toplevel', '__metadata']

/**
 * Milliseconds of processor time that the page’s own thread spent in each of its long tasks, while
 * something went on. A busy machine makes them take longer, and costs no more of it.
 */
export const longTasksDuring = async (
  page: Page,
  act: () => Promise<unknown>,
): Promise<readonly number[]> => {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  await browser.startTracing(page, { categories })
  await act()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }
  const own = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const isOwn = ({ pid, tid }: TraceEvent) => own.some(one => one.pid === pid && one.tid === tid)
  const tasks = traceEvents.filter(event => /RunTask$/.test(event.name) && isOwn(event))
  if (!tasks.some(({ tdur }) => tdur !== undefined)) throw new Error('the trace has no tasks')
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1_000)).filter(ms => ms >= longTaskMs)
}
