import { loadOptions } from 'pipedrive-component/engine'
import { startSandbox } from 'pipedrive-component/sandbox'
import { actionOf, openComponent } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { pipedrive } from 'pipedrive-component'

/** A select of a form, opened twice: against the sandbox, as its lists are real ones. */
export const selects = async (): Promise<readonly Figure[]> => {
  const sandbox = await startSandbox({ scale: 60 })
  const client = openComponent(sandbox.url, pipedrive, sandbox.accessToken)
  const open = async (path: string) => {
    const loaded = await loadOptions(actionOf('addDeal'), path, { input: {} }, { client })
    if ('error' in loaded) throw loaded.error
    return loaded
  }
  const figures: Figure[] = []
  for (const path of ['deal.person_id', 'deal.user_id', 'deal.stage_id']) {
    const first = await open(path)
    const again = await open(path)
    figures.push({
      measure: `opening ${path} a second time, calls (${again.options.length} choices)`,
      value: `${again.requests.length}`,
      beside: `the first time ${first.requests.length}, ${short(first.ms)} ms`,
      ...{ result: again.requests.length, goal: { max: 0, unit: 'calls' } },
    })
  }
  await client.close()
  await sandbox.close()
  return figures
}
