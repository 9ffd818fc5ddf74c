import type { Exchange, OptionsDataSource, OptionsQuery } from '../../definitions/index.ts'
import { fold, isUuid } from '../text.ts'
import { calledExactly, deleted, distinctLabels, type Choice } from './labels.ts'

export type Choices<Value> = Exchange<readonly (Choice<Value> & { readonly isDeleted?: boolean })[]>

/** A list that Pipedrive gives whole, whose values are ids: names are found in it too. */
export const clientFiltered = <Value>(
  name: string,
  read: (query: OptionsQuery<Value>) => Choices<Value>,
  compares = 'name',
): OptionsDataSource<Value> => ({
  ...filtered(name, read),
  byName: {
    compares,
    isValue: isUuid,
    *find(text, query) {
      const all = yield* read(query)
      const found = calledExactly(
        text,
        all.filter(({ isDeleted }) => isDeleted !== true),
      )
      return distinctLabels(found)
    },
  },
})

/** What was deleted can’t be chosen. */
export const filtered = <Value>(
  name: string,
  read: (query: OptionsQuery<Value>) => Choices<Value>,
): OptionsDataSource<Value> => ({
  name,
  *options(query) {
    const { value, search = '' } = query
    const all = yield* read(query)
    const options = distinctLabels(all.filter(({ isDeleted }) => isDeleted !== true))
    if (value !== undefined) {
      const chosen = options.find(choice => choice.value === value)
      const gone = all.find(choice => choice.value === value)
      return { options: [chosen ?? deleted(value, gone?.label)] }
    }
    return { options: options.filter(({ label }) => fold(label).includes(fold(search.trim()))) }
  },
})
