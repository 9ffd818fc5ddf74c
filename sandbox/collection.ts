export interface Row {
  readonly id: number | string
  readonly add_time: string
}

const groupBy = <R extends Row>(rows: Iterable<R>, key: keyof R) => {
  const groups = new Map<unknown, R[]>()
  for (const row of rows) {
    const group = groups.get(row[key])
    if (group) group.push(row)
    else groups.set(row[key], [row])
  }
  return groups
}

/**
 * Rows by id, in the order they were added. Rows are never changed in place, so orders and
 * groupings can be kept until the next write.
 */
export class Collection<R extends Row> {
  readonly #rows = new Map<number | string, R>()
  readonly #orders = new Map<string, readonly R[]>()
  readonly #groups = new Map<keyof R, ReadonlyMap<unknown, readonly R[]>>()
  #lastId = 0

  get size() {
    return this.#rows.size
  }

  nextId() {
    return this.#lastId + 1
  }

  /** Replaces all rows; the next id is larger than `lastId`. */
  replace(rows: readonly R[], lastId: number) {
    this.#rows.clear()
    this.#lastId = lastId
    this.#forget()
    for (const row of rows) this.set(row)
  }

  get(id: number | string) {
    return this.#rows.get(id)
  }

  set(row: R) {
    this.#rows.set(row.id, row)
    if (typeof row.id === 'number' && row.id > this.#lastId) this.#lastId = row.id
    this.#forget()
  }

  remove(id: number | string) {
    this.#rows.delete(id)
    this.#forget()
  }

  all(): readonly R[] {
    return this.#kept('', () => [...this.#rows.values()])
  }

  sorted(name: string, compare: (a: R, b: R) => number): readonly R[] {
    return this.#kept(name, () => [...this.#rows.values()].sort(compare))
  }

  by(key: keyof R, value: unknown): readonly R[] {
    let groups = this.#groups.get(key)
    if (!groups) this.#groups.set(key, (groups = groupBy(this.#rows.values(), key)))
    return groups.get(value) ?? []
  }

  #kept(name: string, make: () => readonly R[]) {
    let order = this.#orders.get(name)
    if (!order) this.#orders.set(name, (order = make()))
    return order
  }

  #forget() {
    if (this.#orders.size > 0) this.#orders.clear()
    if (this.#groups.size > 0) this.#groups.clear()
  }
}
