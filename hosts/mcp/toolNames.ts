/** `getDealDetails` becomes `get_deal_details`, as models are used to. */
export const toolNameOf = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The tool that turns names into the ids of a live list: of `dealFilters`, `find_deal_filter`. */
export const findToolNameOf = (list: string): string =>
  `find_${toolNameOf(list.replace(/ies$/, 'y').replace(/s$/, ''))}`

/** A text that names actions, with the tools' names in their place. */
export const withToolNames = (text: string, actions: ReadonlySet<string>): string =>
  text.replace(/\b[a-z]+[A-Z]\w*/g, word => (actions.has(word) ? toolNameOf(word) : word))
