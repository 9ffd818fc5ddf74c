import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodePropertyOptions,
} from 'n8n-workflow'
import { pipedrive } from '../../../component/index.ts'
import {
  pageGuard,
  type Option,
  type OptionsDataSource,
  type OptionsPage,
  type OptionsQuery,
} from '../../../definitions/index.ts'
import { openMeter, optionsSources } from '../../../engine/index.ts'
import { asNodeError } from './errors.ts'
import { inputOf } from './input.ts'
import { layout } from './run.ts'
import { connect } from './send.ts'

type Source = OptionsDataSource<unknown>

/** Every live list of the component once, by its name. */
const sources: ReadonlyMap<string, Source> = new Map(
  pipedrive.actions
    .flatMap(action => [...optionsSources(action).values()])
    .map(source => [source.name, source]),
)

const ask = async (
  context: ILoadOptionsFunctions,
  source: Source,
  query: Omit<OptionsQuery<unknown>, 'input'>,
): Promise<OptionsPage<unknown>> => {
  try {
    const { run } = openMeter(await connect(context))
    return await run(source.options({ ...query, input: inputSoFar(context) }))
  } catch (error) {
    throw asNodeError(context.getNode(), error)
  }
}

/** What the form holds; what is wrong in it is not for a list to say. */
const inputSoFar = (context: ILoadOptionsFunctions): unknown => {
  const parameters = context.getCurrentNodeParameters() ?? {}
  const { resource, operation } = parameters
  const placed = layout.find(one => one.resource === resource && one.operation === operation)
  try {
    return placed ? inputOf(pipedrive, placed, name => parameters[name]) : {}
  } catch {
    return {}
  }
}

const shown = ({ label, value }: Option<unknown>): INodePropertyOptions => ({
  name: label,
  value: typeof value === 'number' ? value : String(value),
})

const named = <Method>(
  isSearchable: boolean,
  method: (source: Source) => Method,
): Readonly<Record<string, Method>> =>
  Object.fromEntries(
    [...sources]
      .filter(([, source]) => (source.searchable === true) === isSearchable)
      .map(([name, source]) => [name, method(source)]),
  )

/** Lists that come whole. */
export const loadOptions = named(
  false,
  source =>
    async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
      const options: INodePropertyOptions[] = []
      const guard = pageGuard()
      let cursor: string | undefined
      do {
        const page = await ask(this, source, cursor === undefined ? {} : { cursor })
        guard({ rows: page.options, next: page.next })
        options.push(...page.options.map(shown))
        cursor = page.next
      } while (cursor !== undefined)
      return options
    },
)

/** Lists of records: searched by Pipedrive, page by page. */
export const listSearch = named(
  true,
  source =>
    async function (
      this: ILoadOptionsFunctions,
      search?: string,
      cursor?: string,
    ): Promise<INodeListSearchResult> {
      const query = { ...(search && { search }), ...(cursor && { cursor }) }
      const { options, next } = await ask(this, source, query)
      return { results: options.map(shown), ...(next !== undefined && { paginationToken: next }) }
    },
)
