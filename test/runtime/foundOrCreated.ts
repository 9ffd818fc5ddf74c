import { instantClock } from './clocks.ts'
import { openBench, pick, success, type Bench } from './support.ts'

const searchLagMs = 60_000

/** A bench whose searches don't know at once what is new. */
export const openLaggingBench = () =>
  openBench({ scale: 10, searchLagMs }, { timing: instantClock().timing })

/** Lets searches know all that there is. */
export const indexed = (bench: Bench) => bench.control('clock', { advance: searchLagMs + 1_000 })

/** What find-or-create has given, and which it was. */
export const foundOrCreated = async (bench: Bench, action: string, input: unknown) => {
  const body = pick(success(await bench.run(action, input)).output, 'body')
  return { id: pick(body, 'data', 'id'), outcome: pick(body, 'outcome') }
}

export const person = (name: string, email: string, more = {}) => ({
  person: { name, email: [{ value: email, label: 'work' }], ...more },
})
