import { boolean, integer, string } from '../definitions/index.ts'
import { users } from './options/settings.ts'

export { uuid } from './text.ts'

/** Properties that every search has. */
export const term = string({
  label: 'Term',
  description: 'The search term to look for. Minimum 2 characters (or 1 if using `exact_match`).',
  required: true,
  minLength: 2,
  minLengthUnless: { exact_match: true },
})

export const fields = <const Field extends string>(options: readonly Field[]) =>
  string({
    label: 'Fields',
    // Several are taken too; the contract has this text.
    description: 'The field to perform the search from. Defaults to all of them.',
    options,
    openOptions: true,
    optionsSeparator: ',',
    regex: `^(${options.join('|')})(,(${options.join('|')}))*$`,
    patternMessage: `one or more of ${options.join(', ')}, with commas between them`,
  })

export const exactMatch = boolean({
  label: 'Exact Match',
  description:
    'When enabled, only full exact matches against the given term are returned. It is <b>not</b> case sensitive.',
})

export const includeFields = <const Field extends string>(options: readonly Field[]) =>
  string({
    label: 'Include Fields',
    description:
      'Supports including optional fields in the results which are not provided by default.',
    options,
  })

/** Maximum of a search that is narrowed to a person, organization or status. */
const maxHits = 2000

export const searchLimit = (...narrowing: readonly unknown[]): number | undefined =>
  narrowing.some(value => value !== undefined) ? maxHits : undefined

/** The owner of a new record. */
export const owner = integer({
  label: 'Owner',
  description: 'New records get the connected user when empty.',
  optionsDataSource: users,
  minValue: 1,
})

/** Both need the whole list: API v2 neither sorts by any field nor looks for a first letter. */
export const firstCharacters = (records: string) =>
  string({
    label: 'First Characters',
    description: `${records} whose name starts with the specified letter will be returned (case insensitive)`,
  })

export const sort = string({
  label: 'Sort',
  description:
    'The field names and sorting mode separated by a comma. Only first-level field keys are supported (no nested keys).',
})
