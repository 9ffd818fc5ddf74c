import { findTrigger, openMeter } from '../../engine/index.ts'
import {
  listen as startListener,
  requirePublicUrl,
  type Listener,
} from '../../runtime/webhooks/index.ts'

import { component } from '../component.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { info, noteWarnings, printJson, printValue } from '../output.ts'

interface ListenOptions extends ConnectionTarget {
  readonly count?: number
  readonly publicUrl?: string
  readonly port?: number
  readonly json?: boolean
}

export const listen = async (name: string, options: ListenOptions): Promise<void> => {
  const trigger = findTrigger(component, name)
  const { sandbox, url, publicUrl, port, json } = options
  if (url !== undefined) requirePublicUrl(url, publicUrl, '--public-url')
  const wanted = options.count ?? (sandbox ? 1 : Infinity)
  await withConnection(options, async ({ client, origin }, signal) => {
    requirePublicUrl(origin, publicUrl, '--public-url')
    let count = 0
    let listener: Listener | undefined
    const finished = new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve())
      startListener(trigger, {
        client,
        ...(publicUrl !== undefined && { publicUrl }),
        ...(port !== undefined && { port }),
        onEvent({ event, output, warnings }) {
          if (count === wanted) return
          if (json) printJson({ id: event.id, occurredAt: event.occurredAt, output, warnings })
          else printValue(output)
          noteWarnings(warnings)
          if (++count === wanted) resolve()
        },
        onError: reject,
      })
        .then(async started => {
          listener = started
          info(`${trigger.title}: listening at ${started.webhookUrl} … Ctrl-C stops`)
          for (let event = 0; sandbox && event < wanted && !signal.aborted; event++)
            await openMeter({ client }).run(component.simulate(name))
        })
        .catch(reject)
    })
    try {
      await finished
    } finally {
      await listener?.close()
    }
  })
}
