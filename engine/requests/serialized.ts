import { abortable } from './abort.ts'
import type { Signal } from './send.ts'

/** The last work in line for each key. */
export type Lines = Map<string, Promise<unknown>>

/** Runs work that has a key in common one after the other, first come, first served. */
export const serialized = async <Result>(
  lines: Lines,
  keys: readonly string[],
  work: () => Promise<Result>,
  signal?: Signal,
): Promise<Result> => {
  const before = Promise.all(keys.map(async key => lines.get(key)))
  let leave = () => {}
  const done = new Promise<void>(resolve => (leave = resolve))
  // One that gives up in line must not let later ones overtake those before it.
  const end = before.then(() => done)
  // In every line at once, so that no two can wait for each other.
  for (const key of keys) lines.set(key, end)
  void end.then(() => {
    for (const key of keys) if (lines.get(key) === end) lines.delete(key)
  })
  try {
    await abortable(before, signal)
    return await work()
  } finally {
    leave()
  }
}
