import { currentRecord } from '../../component/currentRecord.ts'
import { pipedrive } from '../../component/index.ts'
import { webOrigin } from '../../component/webOrigin.ts'
import {
  perform,
  findExisting,
  type Action,
  type Exchange,
  type HttpRequest,
  type OptionsDataSource,
  type OptionsQuery,
  type Properties,
  type WebhookEndpoint,
  type WebhookEvent,
  type WebhookRequest,
} from '../../definitions/index.ts'

export const actions: readonly Action[] = [...pipedrive.actions, pipedrive.customAction]

export const triggerFunctions = [
  'webhookEnable',
  'webhookDisable',
  'webhookValidate',
  'webhookRequest',
  'hydrate',
] as const

/** Every select with live options, by `action.path.of.property`. */
export const sources: ReadonlyMap<string, OptionsDataSource<unknown>> = new Map(
  actions.flatMap(({ name, properties }) => sourcesIn(properties, name)),
)

function sourcesIn(
  properties: Properties,
  parent: string,
): readonly (readonly [string, OptionsDataSource<unknown>])[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = `${parent}.${name}`
    const own = property.optionsDataSource ?? property.items?.optionsDataSource
    const within = { ...property.properties, ...property.items?.properties }
    return [...(own ? [[path, own] as const] : []), ...sourcesIn(within, path)]
  })
}

/**
 * What a transcript talks to: `actions/getDeals`, `existing/addDeal`, `customAction`, `connection/test`,
 * `options/addDeal.deal.user_id`, `names/addDeal.deal.user_id`, `account`, `currentRecord` or `triggers/newDeal.webhookEnable`.
 */
export const exchangeOf = (operation: string, input: unknown): Exchange<unknown> => {
  const [kind, name = ''] = operation.split('/')
  if (kind === 'customAction') return perform(pipedrive.customAction, input)
  if (kind === 'connection') return pipedrive.connection.test()
  if (kind === 'actions') return perform(known(name, actions.find(named(name))), input)
  if (kind === 'existing') return existingExchange(known(name, actions.find(named(name))), input)
  if (kind === 'options')
    return known(name, sources.get(name)).options(input as OptionsQuery<never>)
  if (kind === 'names') return namesExchange(name, input)
  if (kind === 'account') return webOrigin()
  if (kind === 'currentRecord') return currentRecord(input as HttpRequest)
  if (kind === 'triggers') return triggerExchange(name, input)
  throw new Error(`no operation is called ${operation}`)
}

const named = (name: string) => (operation: { readonly name: string }) => operation.name === name

const known = <T>(name: string, found: T | undefined): T => {
  if (found === undefined) throw new Error(`no operation is called ${name}`)
  return found
}

const namesExchange = (name: string, given: unknown): Exchange<unknown> => {
  const { text, input } = given as { text: string; input: unknown }
  return known(name, known(name, sources.get(name)).byName).find(text, { input })
}

const existingExchange = (action: Action, given: unknown): Exchange<unknown> => {
  const { input, ago, at } = given as { input: unknown; ago: number; at: string }
  const lost = { elapsedMs: () => ago, sentAt: Date.parse(at) }
  return known(action.name, findExisting(action, input, lost))
}

function* triggerExchange(path: string, input: unknown): Exchange<unknown> {
  const [name = '', of] = path.split('.')
  const trigger = known(name, pipedrive.triggers.find(named(name)))
  const called = known(
    path,
    triggerFunctions.find(candidate => candidate === of),
  )
  if (called === 'webhookEnable')
    return yield* trigger.webhookEnable(input as WebhookEndpoint<unknown>)
  if (called === 'webhookDisable') return yield* trigger.webhookDisable(input)
  if (called === 'hydrate') return yield* trigger.hydrate(input as WebhookEvent)
  const { request, subscription } = input as {
    readonly request: WebhookRequest
    readonly subscription: unknown
  }
  return trigger[called](request, subscription)
}
