import { customType } from 'drizzle-orm/sqlite-core'
import { ComponentError, isRecord, member } from '../../definitions/index.ts'

interface Damaged {
  /** What is read where the text is no JSON, or not of the right kind; it may also throw. */
  readonly otherwise: () => unknown
  readonly fits?: (value: unknown) => boolean
}

/** A column of JSON. One damaged row must not keep the others from being read. */
const json = ({ otherwise, fits = () => true }: Damaged) =>
  customType<{ data: unknown; driverData: string }>({
    dataType: () => 'text',
    toDriver: value => JSON.stringify(value),
    fromDriver(text) {
      try {
        const value: unknown = JSON.parse(text)
        return fits(value) ? value : otherwise()
      } catch {
        return otherwise()
      }
    },
  })

/** Anything, or null. */
export const anyJson = json({ otherwise: () => null })
export const recordJson = json({ fits: isRecord, otherwise: () => ({}) })
export const listJson = json({ fits: Array.isArray, otherwise: () => [] })

/** A workflow that is on stays so; it can’t be started, and says so. */
export const liveJson = json({
  fits: value => typeof member(value, 'connectionId') === 'string',
  otherwise: () => ({ definition: null, version: 0, connectionId: '' }),
})

/** An `ErrorInfo`. */
export const errorJson = json({
  fits: value => typeof member(value, 'message') === 'string',
  otherwise: () => ({
    name: 'StoreError',
    message: 'What was stored of the error is damaged',
    recovery: 'report',
  }),
})

export const unreadable = (): never => {
  throw new ComponentError('What is stored of a step of this run is damaged', {
    recovery: 'report',
    hint: 'Look in the account for what the run has written, and delete the run.',
  })
}
/** What a run can’t go on without. */
export const neededJson = json({ otherwise: unreadable })
export const neededListJson = json({ fits: Array.isArray, otherwise: unreadable })
