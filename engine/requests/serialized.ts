import { abortable } from './abort.ts'
import type { Signal } from './send.ts'

/** The last work in line for each key. */
export type Lines = Map<string, Promise<unknown>>

/** Runs work of the same key one after the other, first come, first served. */
export const serialized = async <Result>(
  lines: Lines,
  key: string,
  work: () => Promise<Result>,
  signal?: Signal,
): Promise<Result> => {
  const before = lines.get(key) ?? Promise.resolve()
  let leave = () => {}
  const done = new Promise<void>(resolve => (leave = resolve))
  // One that gives up in line must not let later ones overtake those before it.
  const end = before.then(() => done)
  lines.set(key, end)
  void end.then(() => lines.get(key) === end && lines.delete(key))
  try {
    await abortable(before, signal)
    return await work()
  } finally {
    leave()
  }
}
