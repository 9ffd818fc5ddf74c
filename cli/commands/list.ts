import { component } from '../component.ts'
import { cell, print, printJson } from '../output.ts'

export const list = ({ json = false }: { readonly json?: boolean }): void => {
  const { actions, customAction, triggers } = component
  const facts = (operation: { name: string; title: string; description: string }) => ({
    name: operation.name,
    title: operation.title,
    description: operation.description,
  })
  const all = { actions: [...actions, customAction].map(facts), triggers: triggers.map(facts) }
  if (json) return printJson(all)
  const table = [
    [`${actions.length} actions`, actions],
    ['Any other request', [customAction]],
    [`${triggers.length} triggers`, triggers],
  ] as const
  const width = Math.max(...table.flatMap(([, rows]) => rows.map(({ name }) => name.length)))
  for (const [at, [title, rows]] of table.entries()) {
    if (at > 0) print('')
    print(title)
    for (const { name, description } of rows) print(`  ${cell(name, width)}${description}`)
  }
}
