import { buildGraal, graalLacks } from './graal.ts'
import { tryAll, type Timed } from './tryAll.ts'

/** `[--allow-missing]`; the exit code. */
export const run = async (words: readonly string[]): Promise<number> => {
  const start = performance.now()
  const lacking = graalLacks()
  if (lacking !== undefined) {
    console.error(`The script was not run in GraalJS: ${lacking}.`)
    return words.includes('--allow-missing') ? 0 : 1
  }
  const engine = buildGraal()()
  try {
    report(await tryAll(engine))
    console.log(`${((performance.now() - start) / 1000).toFixed(0)} s with the build.`)
    return 0
  } finally {
    await engine.close()
  }
}

const report = (timed: readonly Timed[]): void => {
  for (const { name, callMs } of timed) console.log(`${callMs.toFixed(0).padStart(6)} ms  ${name}`)
  const [first, ...later] = timed
  const loadMs = median(later.map(one => one.loadMs))
  const callMs = median(later.map(one => one.callMs))
  console.log(
    `${timed.length} calls. The script loads in ${first?.loadMs.toFixed(0)} ms at first and ${loadMs} ms later; a call takes ${callMs} ms (medians).`,
  )
}

const median = (values: readonly number[]): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0)
