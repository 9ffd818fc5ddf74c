import {
  all,
  array,
  boolean,
  integer,
  member,
  object,
  pageGuard,
  string,
  type Exchange,
  type OptionsDataSource,
  type OptionsQuery,
  type OutputOf,
  type Property,
} from '../../definitions/index.ts'
import { get } from '../api.ts'
import { page } from '../pages.ts'
import { choicesTtl, referenceDataTtl } from '../lookups.ts'
import { UserRecord } from '../apiSchemas.ts'
import { distinctLabels, type Choice } from './labels.ts'
import { clientFiltered, filtered, type Choices } from './wholeLists.ts'

/** Flags come as true and false, or as 1 and 0. */
const isTrue = (flag: unknown) => flag === true || flag === 1
const isFalse = (flag: unknown) => flag === false || flag === 0

const User = array({ items: UserRecord })
/** Inactive users can't be chosen, but one that was chosen earlier keeps its label. */
export const users = clientFiltered<number>('users', usersOf, 'name or e-mail address')

function* usersOf({ value }: OptionsQuery<number>): Choices<number> {
  const users = yield* get('/api/v1/users', { returns: User, reuse: referenceDataTtl })
  return users
    .filter(user => user.id === value || !(isFalse(user.active_flag) || isTrue(user.is_deleted)))
    .map(({ id, name, email }) => {
      const own = name ?? String(id)
      return { value: id, label: email ? `${own} · ${email}` : own, aliases: [name, email] }
    })
}

const Filters = array({
  items: object({
    properties: {
      id: integer({ required: true }),
      name: string(),
      active_flag: boolean(),
      temporary_flag: boolean(),
    },
  }),
})
const filters = (name: string, type: 'deals' | 'leads' | 'org' | 'people') =>
  clientFiltered<number>(name, function* ({ value }) {
    const filters = yield* get('/api/v1/filters', {
      query: { type },
      returns: Filters,
      reuse: choicesTtl,
    })
    return filters
      .filter(({ id, temporary_flag }) => id === value || !isTrue(temporary_flag))
      .map(({ id, name, active_flag }) => ({
        value: id,
        label: name ?? String(id),
        isDeleted: isFalse(active_flag),
      }))
  })
export const dealFilters = filters('dealFilters', 'deals')
export const leadFilters = filters('leadFilters', 'leads')
export const organizationFilters = filters('organizationFilters', 'org')
export const personFilters = filters('personFilters', 'people')

const Pipeline = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    order_nr: integer(),
    is_deleted: boolean(),
  },
})
const Stage = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    pipeline_id: integer(),
    order_nr: integer(),
    is_deleted: boolean(),
  },
})

export function* allRows<Row extends Property>(
  path: `/${string}`,
  row: Row,
  query: { readonly pipeline_id?: number } = {},
): Exchange<readonly OutputOf<Row>[]> {
  const rows: OutputOf<Row>[] = []
  const guard = pageGuard()
  let cursor: string | undefined
  do {
    const next = yield* page(path, { query, row, cursor, reuse: choicesTtl })
    guard(next)
    rows.push(...next.rows)
    cursor = next.next
  } while (cursor !== undefined)
  return rows
}

const inOrder = (a: { order_nr?: number | null }, b: { order_nr?: number | null }) =>
  (a.order_nr ?? 0) - (b.order_nr ?? 0)

function* pipelineChoices(): Choices<number> {
  const pipelines = yield* allRows('/api/v2/pipelines', Pipeline)
  return [...pipelines].sort(inOrder).map(({ id, name, is_deleted }) => ({
    value: id,
    label: name ?? String(id),
    isDeleted: isTrue(is_deleted),
  }))
}
export const pipelines = clientFiltered<number>('pipelines', pipelineChoices)

function* stagesOf(pipeline: unknown): Choices<number> {
  const chosen = Number(pipeline)
  const query = Number.isInteger(chosen) && chosen > 0 ? { pipeline_id: chosen } : {}
  const [pipelines, stages] = yield* all([
    pipelineChoices(),
    allRows('/api/v2/stages', Stage, query),
  ])
  return distinctPipelines(pipelines).flatMap(pipeline =>
    stages
      .filter(stage => stage.pipeline_id === pipeline.value)
      .sort(inOrder)
      .map(({ id, name, is_deleted }) => ({
        value: id,
        label: `${name ?? id} · ${pipeline.label}`,
        aliases: [name],
        isDeleted: isTrue(is_deleted) || pipeline.isDeleted === true,
      })),
  )
}

/** Two pipelines of one name are told apart, and so are their stages. */
const distinctPipelines = (
  pipelines: readonly (Choice<number> & { readonly isDeleted?: boolean })[],
) =>
  distinctLabels(pipelines).map((pipeline, index) => ({
    ...pipeline,
    isDeleted: pipelines[index]?.isDeleted,
  }))
export const stages = clientFiltered<number>('stages', () => stagesOf(undefined))
/** The stages of the pipeline that the form has chosen; all of them as long as it has not. */
export const stagesOfDealPipeline: OptionsDataSource<number> = {
  ...clientFiltered<number>('stagesOfDealPipeline', ({ input, value }) =>
    stagesOf(value === undefined ? member(member(input, 'deal'), 'pipeline_id') : undefined),
  ),
  optionsLookupDependsOn: ['deal.pipeline_id'],
  partOf: stages,
}

const Labels = array({
  items: object({
    properties: { id: string({ required: true }), name: string(), color: string() },
  }),
})
export const leadLabels = clientFiltered<string>('leadLabels', function* () {
  const labels = yield* get('/api/v1/leadLabels', { returns: Labels })
  return labels.map(({ id, name, color }) => ({ value: id, label: name ?? id, details: [color] }))
})

const Currency = { code: string({ required: true }), name: string(), active_flag: boolean() }
const Currencies = array({ items: object({ properties: Currency }) })
/** Their values are what people call them. */
export const currencies = filtered<string>('currencies', function* ({ value }) {
  const currencies = yield* get('/api/v1/currencies', {
    returns: Currencies,
    reuse: referenceDataTtl,
  })
  return currencies
    .filter(({ code, active_flag }) => code === value || !isFalse(active_flag))
    .map(({ code, name }) => ({ value: code, label: name ? `${name} (${code})` : code }))
})
