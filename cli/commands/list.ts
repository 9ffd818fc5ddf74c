import { component } from '../component.ts'
import { print, printJson } from '../output.ts'

export const list = ({ json = false }: { readonly json?: boolean }): void => {
  const { actions, customAction, triggers } = component
  const facts = (operation: { name: string; title: string; description: string }) => ({
    name: operation.name,
    title: operation.title,
    description: operation.description,
  })
  const all = { actions: [...actions, customAction].map(facts), triggers: triggers.map(facts) }
  if (json) return printJson(all)
  print('Actions')
  for (const { name, description } of all.actions) print(`  ${name.padEnd(24)}${description}`)
  for (const text of ['', 'Triggers']) print(text)
  for (const { name, description } of all.triggers) print(`  ${name.padEnd(24)}${description}`)
}
