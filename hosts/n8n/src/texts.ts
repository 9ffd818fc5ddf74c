/** `findOrAdd` and `not done` become `Find Or Add` and `Not Done`. */
export const titleCase = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b([a-z])/g, letter => letter.toUpperCase())
    .replace(/\bId\b/g, 'ID')
    .replace(/\bUrl\b/g, 'URL')

/** n8n's style: a full stop only where there are several sentences. */
export const sentence = (given = ''): string => {
  const text = given
    .trim()
    .replace(/\.$/, '')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
  return /[.;] [A-Z]/.test(text) ? `${text}.` : text
}

/** n8n's style: what a switch says begins with "Whether". */
export const whether = (description: string, label: string): string => {
  if (description === '') return `Whether it is ${label.toLowerCase()}`
  if (description.startsWith('Whether')) return description
  return `Whether ${description.charAt(0).toLowerCase()}${description.slice(1)}`
}

const expressions = 'an <a href="https://docs.n8n.io/code/expressions/">expression</a>'

/** n8n's hint below a list of choices, after what is to be said of it. */
export const withListHint = (description: string, many = false): string => {
  const hint = many
    ? `Choose from the list, or specify IDs using ${expressions}`
    : `Choose from the list, or specify an ID using ${expressions}`
  return description === '' ? hint : `${description.replace(/\.$/, '')}. ${hint}.`
}
