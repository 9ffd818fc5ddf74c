import { action, integer, object, string, trigger } from '../../definitions/index.ts'
import { drive } from '../../engine/index.ts'
import { inBody, listAction } from '../../component/listActions.ts'
import { addDeal } from '../../actions/deals/addDeal.ts'
import { get, post } from '../../component/api.ts'
import { page } from '../../component/pages.ts'
import { currencies, users } from '../../component/options/settings.ts'
import { newDeal } from '../../triggers/newDeal.ts'
import { updatedDeal } from '../../triggers/updatedDeal.ts'

/** Mistakes in definitions that the compiler finds, each on the line where it is made. */
const Row = object({ properties: { id: integer({ required: true }), title: string() } })

const facts = {
  name: 'a',
  title: 'A',
  description: 'A.',
  agentHint: 'For tests.',
  effect: 'read',
  properties: {
    deal: object({
      required: true,
      properties: { title: string({ required: true }), person_id: integer() },
    }),
    id: integer(),
  },
  output: inBody({ data: { ...Row, required: true } }),
  sampleOutput: { body: { data: { id: 1 } } },
} as const

export const right = action({
  ...facts,
  *perform({ deal, id }) {
    const data = yield* post('/api/v2/deals/{id}', {
      params: { id: id ?? deal.person_id ?? 0 },
      body: { title: deal.title.trim() },
      returns: Row,
    })
    return { body: { data } }
  },
})

export const unknownKey = action({
  ...facts,
  // @ts-expect-error: no such input
  *perform({ dael }) {
    return { body: { data: { id: Number(dael) } } }
  },
})

export const unknownNestedKey = action({
  ...facts,
  // @ts-expect-error: no such input within deal
  *perform({ deal: { titel } }) {
    return { body: { data: { id: Number(titel) } } }
  },
})

export const missingInput = action({
  ...facts,
  *perform({ id }) {
    // @ts-expect-error: the id may be missing
    const data = yield* get('/api/v2/deals/{id}', { params: { id }, returns: Row })
    return { body: { data } }
  },
})

export const wrongResult = action({
  ...facts,
  // @ts-expect-error: the result is not of the declared shape
  *perform() {
    return { body: { data: { id: 'text' } } }
  },
})

export const missingResult = action({
  ...facts,
  // @ts-expect-error: the result lacks what is required
  *perform() {
    return { body: { data: { title: 'text' } } }
  },
})

export const noResult = action({
  ...facts,
  // @ts-expect-error: there is no result
  *perform() {},
})

export const promised = action({
  ...facts,
  // @ts-expect-error: an executor makes no promises
  async perform() {
    return { body: { data: { id: 1 } } }
  },
})

export const promisedRounds = action({
  ...facts,
  // @ts-expect-error: nor an asynchronous generator
  async *perform() {
    yield []
    return { body: { data: { id: 1 } } }
  },
})

export const wrongSample = action({
  ...facts,
  // @ts-expect-error: the sample is not of the declared shape
  sampleOutput: { body: { data: { id: '1' } } },
  *perform() {
    return { body: { data: { id: 1 } } }
  },
})

export const otherFound = action({
  ...facts,
  *perform({ id = 1 }) {
    return { body: { data: { id } } }
  },
  // @ts-expect-error: what is found is not of the declared shape
  *existing({ id }) {
    return { ids: [], output: { body: { data: { id: String(id) } } } }
  },
})

const deal = { title: 'A', value: '1', status: 'open' } as const
export const added = addDeal.perform({ deal })
// @ts-expect-error: a nested input may be missing, but is never null
export const nullInput = addDeal.perform({ deal: { ...deal, person_id: null } })
// @ts-expect-error: nor is it undefined
export const undefinedInput = addDeal.perform({ deal: { ...deal, person_id: undefined } })
// @ts-expect-error: a required nested input is missing
export const untitled = addDeal.perform({ deal: { value: '1', status: 'open' } })
// @ts-expect-error: not one of the options
export const noOption = addDeal.perform({ deal: { ...deal, status: 'deleted' } })

export const byDefault = string({ options: ['a', 'b'], defaultValue: 'a' })
// @ts-expect-error: the default is not one of the options
export const outside = string({ options: ['a', 'b'], defaultValue: 'c' })
// @ts-expect-error: the default is not of the property's type
export const otherType = integer({ defaultValue: '1' })
// @ts-expect-error: the options are not of the property's type
export const otherOptions = integer({ options: ['1', '2'] })
// @ts-expect-error: a term that is misspelled
export const otherTerm = string({ lable: 'Title' })

export const user = integer({ optionsDataSource: users })
// @ts-expect-error: the values of currencies are texts
export const currency = integer({ optionsDataSource: currencies })
// @ts-expect-error: the values of users are numbers
export const userText = string({ optionsDataSource: users })

export const rows = listAction({
  ...facts,
  sampleOutput: { body: { data: [{ id: 1 }] } },
  row: Row,
  page: (_input, position) => page('/api/v2/deals', { ...position, query: {}, row: Row }),
  // @ts-expect-error: the rows are not of the declared shape
  *hydrate(raw) {
    return raw.map(({ title }) => ({ title }))
  },
})

export const unknownListKey = listAction({
  ...facts,
  sampleOutput: { body: { data: [{ id: 1 }] } },
  row: Row,
  // @ts-expect-error: no such input
  page: ({ titel }, position) => page('/api/v2/deals', { ...position, query: { titel }, row: Row }),
  *hydrate(raw) {
    return raw
  },
})

export const otherKept = trigger({
  ...newDeal,
  // @ts-expect-error: this is not what webhookEnable keeps
  webhookDisable: ({ webhook }: { readonly webhook: string }) =>
    newDeal.webhookDisable({ id: Number(webhook), user: '', password: '' }),
})
export function* moved() {
  const kept = yield* newDeal.webhookEnable({ webhookUrl: '', user: '', password: '' })
  yield* updatedDeal.webhookDisable(kept)
  // @ts-expect-error: the id alone is not what was kept
  yield* updatedDeal.webhookDisable({ id: kept.id })
}

// @ts-expect-error: a driver makes requests, and does not look into them for an answer
export const driven = drive(addDeal.perform({ deal }), request => request)
