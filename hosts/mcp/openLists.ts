import { randomBytes } from 'node:crypto'
import { InputError, type ListReader, type Memory } from '../../definitions/index.ts'

/** A list that an agent reads part by part. */
export interface OpenList {
  readonly id: string
  /** What it was asked for; a cursor goes on with that and nothing else. */
  readonly asked: string
  readonly reader: ListReader<unknown>
  /** As the API has given them. */
  readonly rows: unknown[]
  readonly memory: Memory
  /** Two calls never read it at the same time. */
  reading: Promise<void>
}

export interface OpenLists {
  open(asked: string, reader: ListReader<unknown>): OpenList
  /** The list of a cursor and the row to go on with. Throws an `InputError`. */
  at(cursor: string, asked: string): { readonly list: OpenList; readonly start: number }
}

const maxLists = 20
const maxRows = 50_000

/** Lists are kept as they were read, so that a cursor may be used again. The oldest ones are let go. */
export const createOpenLists = (): OpenLists => {
  const lists = new Map<string, OpenList>()
  const drop = () => {
    let rows = [...lists.values()].reduce((sum, list) => sum + list.rows.length, 0)
    for (const [id, list] of lists) {
      if (lists.size <= 1 || (lists.size <= maxLists && rows <= maxRows)) return
      rows -= list.rows.length
      lists.delete(id)
    }
  }
  return {
    open(asked, reader) {
      const id = randomBytes(6).toString('hex')
      const list = { id, asked, reader, rows: [], memory: new Map(), reading: Promise.resolve() }
      lists.set(id, list)
      drop()
      return list
    },
    at(cursor, asked) {
      const [, id = '', start = ''] = /^(\w+)\.(\d+)$/.exec(cursor) ?? []
      const list = lists.get(id)
      if (!list || Number(start) > list.rows.length)
        throw new InputError('cursor', 'is not known any more', 'Call again without a cursor.')
      if (list.asked !== asked)
        throw new InputError(
          'cursor',
          'belongs to other arguments',
          'Repeat the arguments of the call that gave it; only limit may differ.',
        )
      lists.delete(id)
      lists.set(id, list)
      return { list, start: Number(start) }
    },
  }
}

export const cursorOf = ({ id }: OpenList, start: number): string => `${id}.${start}`
