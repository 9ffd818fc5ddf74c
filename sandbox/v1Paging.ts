import { between } from './query.ts'

/** Parameters of older v1 lists, which are paged by position. */
export const v1Paging = {
  start: between(0, Number.MAX_SAFE_INTEGER),
  limit: between(1, 500),
}

interface Position {
  readonly start?: number
  readonly limit?: number
}

/** The rows of a page, and where it stands in the list. */
export const pageAt = <R>(rows: readonly R[], { start = 0, limit = 100 }: Position) => {
  const more_items_in_collection = start + limit < rows.length
  return {
    rows: rows.slice(start, start + limit),
    place: { start, limit, more_items_in_collection },
  }
}

/** The place of a page with the start of the next, as some lists give it. */
export const withNext = (place: ReturnType<typeof pageAt>['place']) => ({
  pagination: {
    ...place,
    ...(place.more_items_in_collection && { next_start: place.start + place.limit }),
  },
})
