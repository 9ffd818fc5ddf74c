import { pipedrive } from '../../../component/index.ts'
import { propertyManifest, type Recovery } from '../../../definitions/index.ts'
import { findAction, hasCustom } from '../../../engine/index.ts'
import { capabilities } from '../../../hosts/bytechef/capabilities.ts'
import type { ScriptOption } from '../../../hosts/bytechef/contract.ts'
import { choicesAt } from '../../hosts/bytechef/choicesAt.ts'
import type { Answer, Call, ScriptEngine } from '../../hosts/bytechef/engine.ts'
import type { Account, ConformanceHost, HostConnection, HostError } from '../host.ts'

/** The script for ByteChef in engines of one kind, with a context for all of its functions. */
export const scriptHost = (
  name: string,
  title: string,
  /** Gets ready for an engine, and gives what opens one. */
  build: () => () => ScriptEngine,
  engines: number,
): ConformanceHost => ({
  capabilities: { ...capabilities, name, title },
  casesAtOnce: engines,
  async start() {
    const all = Array.from({ length: engines }, build())
    const free = [...all]
    return {
      async connect(account) {
        const engine = free.shift()
        if (!engine) throw new Error('an engine makes one call after the other, and all are taken')
        return connected(engine, account, () => void free.push(engine))
      },
      stop: async () => void (await Promise.all(all.map(engine => engine.close()))),
    }
  },
})

const connected = (
  engine: ScriptEngine,
  { url, accessToken }: Account,
  release: () => void,
): HostConnection => {
  const parameters = { access_token: accessToken, api_domain: url }
  const call = (path: Call['path'], ...handed: readonly unknown[]) =>
    engine.call({ path, handed, context: true })
  const mustCall = async (path: Call['path'], ...handed: readonly unknown[]) => {
    const { value, error } = await call(path, ...handed)
    if (error) throw new Error(error.message)
    return value
  }
  return {
    async run(action, input) {
      const given = namesCustom(action) ? { ...Object(input), custom_fields_by_name: true } : input
      const { value, error } = await call(['actions', action, 'perform'], given, parameters)
      return error ? { error: shown(error) } : { output: value }
    },
    async options(action, path, { input, search = '' }) {
      const choices = ['actions', action, ...choicesAt(action, path)]
      const { value, error } = await call(choices, input, parameters, search)
      return error ? { error: shown(error) } : { options: value as readonly ScriptOption[] }
    },
    async enable(trigger, webhookUrl) {
      const path = ['triggers', trigger]
      const kept = await mustCall([...path, 'webhookEnable'], {}, parameters, { webhookUrl })
      return {
        async deliver(request) {
          const delivery = { ...request, parameters: {}, method: 'POST' }
          const { value, error } = await call(
            [...path, 'webhookRequest'],
            {},
            parameters,
            delivery,
            kept,
          )
          // The contract has no status: a delivery that is refused is an error.
          if (error) return { status: error.message.includes('credentials') ? 401 : 400 }
          return { status: 200, ...(value !== null && { output: value }) }
        },
        disable: async () =>
          void (await mustCall([...path, 'webhookDisable'], {}, parameters, kept)),
      }
    },
    close: async () => release(),
  }
}

/** What a user ticks to have what other hosts put out. */
const namesCustom = (action: string) => {
  const { output } = findAction(pipedrive, action)
  return hasCustom(propertyManifest(output))
}

const shown = ({ message, recovery, path }: NonNullable<Answer['error']>): HostError => ({
  recovery: recovery as Recovery,
  message,
  ...(typeof path === 'string' && { field: path }),
})
