import { findings } from '../cli/tour/report.ts'
import { toured } from '../cli/tour/steps.ts'
import type { Component } from '../definitions/index.ts'
import { optionsSources } from '../engine/index.ts'

/** Brings up to date how many operations a text speaks of, and what the tour ends with. */
export const withCounts = (text: string, { actions, triggers }: Component): string => {
  const lists = new Set(actions.flatMap(action => [...optionsSources(action).values()]))
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name)
  const rows = [
    ...toured.map(name => ({ kind: 'action' as const, name, ms: 0 })),
    ...names(triggers).map(name => ({ kind: 'trigger' as const, name, ms: 0 })),
    ...[...lists].map((_, at) => ({ kind: 'option list' as const, name: String(at), ms: 0 })),
  ]
  const all = { actions: names(actions), triggers: names(triggers), toured }
  return text
    .replace(/\d+\/\d+ actions, \d+\/\d+ triggers, \d+ option lists/g, findings(rows, all).summary)
    .replace(/\b\d+ actions, \d+ (webhook )?triggers\b/g, (_, kind: string = '') =>
      [`${actions.length} actions`, `${triggers.length} ${kind}triggers`].join(', '),
    )
}
