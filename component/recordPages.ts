import type { Operation, Properties, Property, RecordPage } from '../definitions/index.ts'

/** By what the name of an operation says of its records. */
const pages: Readonly<Record<string, Pick<RecordPage, 'kind' | 'path'>>> = {
  Deal: { kind: 'deals', path: '/deal/{id}' },
  Lead: { kind: 'leads', path: '/leads/inbox/{id}' },
  Organization: { kind: 'organizations', path: '/organization/{id}' },
  Person: { kind: 'persons', path: '/person/{id}' },
}

type Operations = readonly Pick<Operation<Properties, Property>, 'name'>[]

/**
 * The pages of Pipedrive's web app, by the name of the operation. What an action has deleted has
 * none any more.
 */
export const recordPagesOf = (
  operations: Operations,
  record: string,
): Readonly<Record<string, RecordPage>> =>
  Object.fromEntries(
    operations.flatMap(({ name }) => {
      const [, noun = ''] =
        /^(?:add|get|search|new|updated)([A-Z][a-z]+?)(?:s|Details)?$/.exec(name) ?? []
      const page = pages[noun]
      return page ? [[name, { ...page, record }]] : []
    }),
  )
