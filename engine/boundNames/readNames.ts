import type { Component, Exchange, MemberNames } from '../../definitions/index.ts'
import { namesSourceOf } from './uses.ts'

/** The names in an account, by kind of record; why they can’t be read is kept as well. */
export interface AccountNames {
  of(record: string): MemberNames | undefined
  readonly failures: readonly unknown[]
  /** Asks the API for those of this kind, once. */
  renew(record: string): Exchange<void>
}

/** Names for these kinds of records; nothing that can’t be read keeps anything from going on. */
export function* readNames(
  component: Component,
  records: readonly string[],
  fresh: boolean,
): Exchange<AccountNames> {
  const names = new Map<string, MemberNames>()
  const renewed = new Set(fresh ? records : [])
  const failures: unknown[] = []
  function* read(record: string, isFresh: boolean): Exchange<void> {
    const source = namesSourceOf(component, record)
    if (!source) return
    try {
      names.set(record, yield* source.names({ fresh: isFresh }))
    } catch (error) {
      failures.push(error)
    }
  }
  for (const record of new Set(records)) yield* read(record, fresh)
  return {
    of: record => names.get(record),
    failures,
    *renew(record) {
      if (renewed.has(record) || failures.length > 0) return
      renewed.add(record)
      yield* read(record, true)
    },
  }
}
