import { openContenders } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { atOnce, interleaved, median, oneByOne, ratio, type Rounds } from './rounds.ts'

const rounds = 30
const width = 16

/** *Get lead details*, once the processes are warm. */
export const warm = async (url: string): Promise<readonly Figure[]> => {
  const { calls, close } = openContenders(url)
  const single = await interleaved(calls, call => oneByOne(call, 300), rounds)
  const many = await interleaved(calls, call => atOnce(call, 1600, width), rounds)
  await close()
  return [
    ...against('Get lead details, warm, p50', single, { undici: 1.6, official: 0.35 }),
    ...against(`the same, ${width} at a time, time per call`, many, { undici: 1.8 }),
  ]
}

const against = (
  measure: string,
  times: Rounds,
  goals: { readonly undici: number; readonly official?: number },
): readonly Figure[] =>
  (['undici', 'official'] as const).map(name => ({
    measure,
    value: `${short(median(times('component')))} µs`,
    beside: `${name} ${short(median(times(name)))} µs`,
    ...ratio(times('component'), times(name)),
    ...(goals[name] !== undefined && { goal: { max: goals[name], unit: `× ${name}` } }),
  }))
