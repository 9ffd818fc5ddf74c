import {
  all,
  array,
  boolean,
  integer,
  member,
  object,
  string,
  type Exchange,
  type Option,
  type OptionsDataSource,
  type OptionsQuery,
  type OutputOf,
  type Property,
} from '../../definitions/index.ts'
import { get, page } from '../api.ts'
import { seldomChanges } from '../lookups.ts'
import { UserRecord } from '../apiSchemas.ts'

/** A list that Pipedrive gives whole: it is filterAndSort here. */
const whole = <Value>(
  read: (query: OptionsQuery<Value>) => Exchange<readonly Option<Value>[]>,
): OptionsDataSource<Value> => ({
  *options(query) {
    const all = yield* read(query)
    return { options: all.filter(option => fits(option, query)) }
  },
})

const fits = <Value>(option: Option<Value>, { value, search = '' }: OptionsQuery<Value>) =>
  value === undefined
    ? option.label.toLowerCase().includes(search.trim().toLowerCase())
    : option.value === value

const User = array({ items: UserRecord })
/** Inactive users can't be chosen, but one that was chosen earlier keeps its label. */
export const users = whole<number>(function* ({ value }) {
  const users = yield* get('/api/v1/users', { returns: User, reuse: seldomChanges })
  return users
    .filter(user => user.id === value || (user.active_flag !== false && user.is_deleted !== true))
    .map(({ id, name, email }) => ({ value: id, label: email ? `${name} · ${email}` : `${name}` }))
})

const Filters = array({
  items: object({
    properties: {
      id: integer({ required: true }),
      name: string({ required: true }),
      active_flag: boolean(),
      temporary_flag: boolean(),
    },
  }),
})
const filters = (type: 'deals' | 'leads' | 'org' | 'people') =>
  whole<number>(function* () {
    const filters = yield* get('/api/v1/filters', { query: { type }, returns: Filters })
    return filters
      .filter(({ active_flag, temporary_flag }) => active_flag !== false && temporary_flag !== true)
      .map(({ id, name }) => ({ value: id, label: name }))
  })
export const dealFilters = filters('deals')
export const leadFilters = filters('leads')
export const organizationFilters = filters('org')
export const personFilters = filters('people')

const Pipeline = object({
  properties: {
    id: integer({ required: true }),
    name: string({ required: true }),
    order_nr: integer(),
    is_deleted: boolean(),
  },
})
const Stage = object({
  properties: {
    id: integer({ required: true }),
    name: string({ required: true }),
    pipeline_id: integer(),
    order_nr: integer(),
    is_deleted: boolean(),
  },
})

function* everyRow<Row extends Property>(
  path: `/${string}`,
  row: Row,
  query: { readonly pipeline_id?: number } = {},
): Exchange<readonly OutputOf<Row>[]> {
  const rows: OutputOf<Row>[] = []
  let cursor: string | undefined
  do {
    const next = yield* page(path, { query, row, cursor })
    rows.push(...next.rows)
    cursor = next.next
  } while (cursor !== undefined)
  return rows
}

const exists = ({ is_deleted }: { is_deleted?: boolean | null }) => is_deleted !== true
const inOrder = (a: { order_nr?: number | null }, b: { order_nr?: number | null }) =>
  (a.order_nr ?? 0) - (b.order_nr ?? 0)

export const pipelines = whole<number>(function* () {
  const pipelines = yield* everyRow('/api/v2/pipelines', Pipeline)
  return pipelines
    .filter(exists)
    .sort(inOrder)
    .map(({ id, name }) => ({ value: id, label: name }))
})

function* stagesOf(pipeline: unknown): Exchange<readonly Option<number>[]> {
  const chosen = Number(pipeline)
  const query = Number.isInteger(chosen) && chosen > 0 ? { pipeline_id: chosen } : {}
  const [pipelines, stages] = yield* all([
    everyRow('/api/v2/pipelines', Pipeline),
    everyRow('/api/v2/stages', Stage, query),
  ])
  return pipelines
    .filter(exists)
    .sort(inOrder)
    .flatMap(pipeline =>
      stages
        .filter(stage => stage.pipeline_id === pipeline.id && exists(stage))
        .sort(inOrder)
        .map(({ id, name }) => ({ value: id, label: `${name} · ${pipeline.name}` })),
    )
}
export const stages = whole<number>(() => stagesOf(undefined))
/** The stages of the pipeline that the form has chosen; all of them as long as it has not. */
export const stagesOfDealPipeline: OptionsDataSource<number> = {
  ...whole<number>(({ input }) => stagesOf(member(member(input, 'deal'), 'pipeline_id'))),
  optionsLookupDependsOn: ['deal.pipeline_id'],
}

const Labels = array({
  items: object({
    properties: { id: string({ required: true }), name: string({ required: true }) },
  }),
})
export const leadLabels = whole<string>(function* () {
  const labels = yield* get('/api/v1/leadLabels', { returns: Labels })
  return labels.map(({ id, name }) => ({ value: id, label: name }))
})

const Currencies = array({
  items: object({
    properties: {
      code: string({ required: true }),
      name: string({ required: true }),
      active_flag: boolean(),
    },
  }),
})
export const currencies = whole<string>(function* ({ value }) {
  const currencies = yield* get('/api/v1/currencies', { returns: Currencies, reuse: seldomChanges })
  return currencies
    .filter(({ code, active_flag }) => code === value || active_flag !== false)
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
})
