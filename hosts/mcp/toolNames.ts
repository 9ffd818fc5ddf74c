/** `getDealDetails` becomes `get_deal_details`, as models are used to. */
export const toolNameOf = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

interface Finder {
  /** Of `users`, `find_user`; of `dealFilters`, `find_filter`. */
  readonly tool: string
  /** Of `dealFilters`, `deal`. Absent on a list with a tool of its own. */
  readonly of?: string
}

/** The tool that turns names into the ids of a live list, which it may do for several. */
export const finderOf = (list: string): Finder => {
  const words = toolNameOf(list.replace(/ies$/, 'y').replace(/s$/, '')).split('_')
  const of = words.slice(0, -1).join('_')
  return { tool: `find_${words.at(-1)}`, ...(of !== '' && { of }) }
}

/**
 * A text that names actions, with the tools' names in their place; without the clauses, which
 * semicolons divide, that name one that is not a tool.
 */
export const withToolNames = (text: string, actions: ReadonlySet<string>): string => {
  const names = /\b[a-z]+[A-Z]\w*/g
  const kept = text
    .replace(/\.$/, '')
    .split('; ')
    .filter(clause => (clause.match(names) ?? []).every(name => actions.has(name)))
  return `${kept.join('; ').replace(names, toolNameOf)}.`
}
