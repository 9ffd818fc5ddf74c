import { pipedrive } from '../../../component/index.ts'
import type { Recovery } from '../../../definitions/index.ts'
import { optionsSource } from '../../../engine/index.ts'
import { capabilities } from '../../../hosts/n8n/capabilities.ts'
import { layoutOf } from '../../../hosts/n8n/src/layout.ts'
import { isInstalled, loadCore, type Core, type NodeErrorShown } from '../../hosts/n8n/core.ts'
import { installCore } from '../../hosts/n8n/installCore.ts'
import {
  actionNode,
  loadPackage,
  nodesInProcess,
  type Loader,
} from '../../hosts/n8n/nodeInProcess.ts'
import { parametersOf } from '../../hosts/n8n/parameters.ts'
import { triggerInProcess } from '../../hosts/n8n/triggerInProcess.ts'
import type { Account, ConformanceHost, HostConnection, HostError } from '../host.ts'

/** The packed nodes on n8n's own core. */
export const host: ConformanceHost = {
  capabilities,
  casesAtOnce: 4,
  missing: () =>
    isInstalled()
      ? undefined
      : 'n8n-core is not installed; `npm run conformance -- n8n --install` does so within dist, in about a minute, and N8N_MODULES names another folder of modules',
  install: async () => void (await installCore('newest')),
  async start() {
    const { core, close } = loadCore()
    const loader = await loadPackage(core)
    return {
      connect: async account => connect(core, loader, account),
      stop: async () => close(),
    }
  },
}

const layout = layoutOf(pipedrive)
const placedOf = (name: string) => {
  const placed = layout.find(({ action }) => action.name === name)
  if (!placed) throw new Error(`the node has no operation for ${name}`)
  return placed
}

const connect = (core: Core, loader: Loader, account: Account): HostConnection => {
  const nodes = nodesInProcess(core, loader, account)
  return {
    async run(name, input, { onUnknownOutcome } = {}) {
      const parameters = {
        ...parametersOf(placedOf(name), input),
        simple: false,
        ...(onUnknownOutcome && { options: { onUnknownOutcome } }),
      }
      const { items, error } = await nodes.run(parameters)
      if (error) return { error: shown(error) }
      // By n8n's guideline a deletion says that it has been one.
      return { records: items.map(({ json: { deleted: _, ...record } }) => record) }
    },
    async options(name, path, { input, search, cursor }) {
      const source = optionsSource(placedOf(name).action, path)
      const context = nodes.loadOptionsContext(parametersOf(placedOf(name), input))
      const { methods } = nodes.methodsOf(actionNode)
      const { loadOptions, listSearch } = methods
      const ask = async () => {
        const load = loadOptions[source.name]
        if (load) return { results: await load.call(context) }
        return listSearch[source.name]?.call(context, search, cursor)
      }
      try {
        const found = await ask()
        if (!found) throw new Error(`the node has no list ${source.name}`)
        const options = found.results.map(({ name: label, value }) => ({ label, value }))
        const next = 'paginationToken' in found ? found.paginationToken : undefined
        return { options, ...(next !== undefined && { next }) }
      } catch (error) {
        return { error: shown(error as NodeErrorShown) }
      }
    },
    async enable(event, webhookUrl) {
      const trigger = triggerInProcess(core, nodes, event, webhookUrl)
      await trigger.enable()
      return {
        async deliver(request) {
          const { status, taken } = await trigger.receive(request)
          if (!taken) return { status }
          const { items, error } = await trigger.complete(taken)
          if (error) throw error
          return { status, output: items[0]?.json }
        },
        disable: async () => void (await trigger.disable()),
      }
    },
    async close() {},
  }
}

const shown = ({ message, description, context }: NodeErrorShown): HostError => ({
  recovery: (context?.recovery ?? 'report') as Recovery,
  message: `${message} ${description ?? ''}`.trim(),
  ...(context?.path !== undefined && { field: context.path }),
})
