import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import { useSandbox } from '../../sandbox/harness.ts'

type Api1<A> = new (configuration: v1.Configuration) => A
type Api2<A> = new (configuration: v2.Configuration) => A

/** Methods of the beta class are those of the others once more. */
const isApi = ([name, value]: readonly [string, unknown]) =>
  name.endsWith('Api') && name !== 'BetaApi' && typeof value === 'function'

interface Method {
  readonly name: string
  call(argument: object): Promise<unknown>
}

/** Pipedrive's own client, which knows only its address and its token. */
export const useClient = () => {
  const sandbox = useSandbox()
  let one: v1.Configuration
  let two: v2.Configuration
  const done = new Set<string>()

  const consent = async () => {
    const { clientId: client_id, redirectUri: redirect_uri, url } = sandbox.it
    const form = new URLSearchParams({ client_id, redirect_uri, decision: 'allow' })
    const allow = { method: 'POST', body: form, redirect: 'manual' } as const
    const answer = await fetch(`${url}/oauth/authorize`, allow)
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
  }
  const oauthOf = () => {
    const { clientId, clientSecret, redirectUri, url: host } = sandbox.it
    return { clientId, clientSecret, redirectUri, host }
  }

  beforeAll(async () => {
    const oauth = new v2.OAuth2Configuration(oauthOf())
    const oauth1 = new v1.OAuth2Configuration(oauthOf())
    expect((await fetch(oauth.authorizationUrl)).status).toBe(200)
    await oauth.authorize(await consent())
    await oauth1.authorize(await consent())
    two = new v2.Configuration({ accessToken: oauth.getAccessToken, basePath: oauth.basePath })
    one = new v1.Configuration({ accessToken: oauth1.getAccessToken, basePath: oauth1.basePath })
  })

  /** Notes which methods have been answered with what they ask for. */
  const track = <A extends object>(version: string, api: A): A =>
    new Proxy(api, {
      get: (target, name): unknown => {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return async (...given: unknown[]): Promise<unknown> => {
          const answer: unknown = await Reflect.apply(member, target, given)
          done.add(`${version} ${target.constructor.name}.${String(name)}`)
          return answer
        }
      },
    })

  const methodsOf = (version: string, module: object, configuration: unknown): readonly Method[] =>
    Object.entries(module)
      .filter(isApi)
      .flatMap(([, Class]) => {
        const api: object = Reflect.construct(Class as FunctionConstructor, [configuration])
        const names = Object.getOwnPropertyNames(Reflect.get(Class, 'prototype'))
        return names
          .filter(name => name !== 'constructor')
          .map(name => ({
            name: `${version} ${api.constructor.name}.${name}`,
            call: async (argument: object): Promise<unknown> =>
              Reflect.apply(Reflect.get(api, name) as () => unknown, api, [argument]),
          }))
      })

  return {
    sandbox,
    consent,
    oauthOf,
    done,
    /** All that it can do, whether or not it was done. */
    methods: () => [...methodsOf('v1', v1, one), ...methodsOf('v2', v2, two)],
    one: <A extends object>(Api: Api1<A>): A => track('v1', new Api(one)),
    two: <A extends object>(Api: Api2<A>): A => track('v2', new Api(two)),
  }
}
export type Client = ReturnType<typeof useClient>

interface Page {
  readonly data?: readonly { readonly id?: number }[]
  readonly additional_data?: { readonly next_cursor?: string | null }
}

/** Every id of a list, by following its cursor. */
export const idsOf = async (list: (cursor: string | undefined) => Promise<Page>) => {
  const ids: (number | undefined)[] = []
  let cursor: string | undefined
  do {
    const page = await list(cursor)
    ids.push(...(page.data ?? []).map(row => row.id))
    cursor = page.additional_data?.next_cursor ?? undefined
  } while (cursor !== undefined)
  return ids
}
export const paging = (cursor: string | undefined) => ({
  limit: 300,
  ...(cursor !== undefined && { cursor }),
})
