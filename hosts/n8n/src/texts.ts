/** `findOrAdd` and `not done` become `Find Or Add` and `Not Done`. */
export const titleCase = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b([a-z])/g, letter => letter.toUpperCase())
    .replace(/\bId\b/g, 'ID')
    .replace(/\bUrl\b/g, 'URL')

const small = 'a|an|and|by|for|in|of|on|or|the|to'

/** A label with capitals, as n8n's own: `Custom Fields`, `Channel ID`. */
export const labelCase = (label: string): string =>
  label
    .replace(new RegExp(`(?<![\\w'’])(?!(?:${small})\\b)[a-z]`, 'g'), letter =>
      letter.toUpperCase(),
    )
    .replace(/\bId(s?)\b/g, 'ID$1')

/** n8n's style: a full stop only where there are several sentences. */
export const sentence = (given = ''): string => {
  const text = given
    .trim()
    .replace(/\.$/, '')
    .replace(/^[a-z]/, letter => letter.toUpperCase())
    .replace(/(`[^`]+`)|\bid(s?)\b/gi, (_, code?: string, plural = '') => code ?? `ID${plural}`)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
  return /[.;] [A-Z]/.test(text) ? `${text}.` : text
}

/** n8n's style: what a switch says begins with "Whether". */
export const whether = (description: string, label: string): string => {
  if (description === '') return `Whether it ${label.toLowerCase().replace(/^(?!was |is )/, 'is ')}`
  if (description.startsWith('Whether')) return description
  const said = description
    .replace(/^When enabled, /, '')
    .replace(/^([A-Z]\w*[^s\W])s /, (_, verb: string) => `to ${verb} `)
  return `Whether ${said.replace(/^(to )?[A-Z]/, start => start.toLowerCase())}`
}

const expressions = 'an <a href="https://docs.n8n.io/code/expressions/">expression</a>'

/** n8n's hint below a list of choices, after what is to be said of it. */
export const withListHint = (description: string, many = false): string => {
  const hint = many
    ? `Choose from the list, or specify IDs using ${expressions}`
    : `Choose from the list, or specify an ID using ${expressions}`
  return description === '' ? hint : `${description.replace(/\.$/, '')}. ${hint}.`
}
