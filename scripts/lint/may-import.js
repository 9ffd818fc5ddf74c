import { importsOf, locOf, shown } from './imports.js'

/**
 * Holds a table `{ folder: [folders it may import] }`. A file belongs to the longest row that its
 * path begins with; `*` stands for one folder, and `packages` for Node and npm.
 */
export const mayImport = {
  meta: {
    type: 'problem',
    messages: {
      refused: '{{folder}} may not import {{target}}: see the table in eslint.config.js.',
      missing: '{{file}} is in no folder of the table in eslint.config.js.',
    },
    schema: [{ type: 'object', additionalProperties: { type: 'array' } }],
  },
  create(context) {
    const { filename, sourceCode, cwd } = context
    const [table] = context.options
    const file = shown(filename, cwd)
    const own = rowOf(table, file)
    const isAllowed = path => {
      if (!path) return own.allowed.includes('packages')
      const target = rowOf(table, shown(path, cwd))
      return target?.folder === own.folder || own.allowed.includes(target?.name)
    }
    return {
      Program(node) {
        if (!own) return context.report({ node, messageId: 'missing', data: { file } })
        for (const place of importsOf(filename, sourceCode.text)) {
          const { name, path } = place
          if (isAllowed(path)) continue
          const data = { folder: own.folder, target: path ? shown(path, cwd) : name }
          context.report({ messageId: 'refused', loc: locOf(place, sourceCode), data })
        }
      },
    }
  },
}

const rowOf = (table, path) => {
  const parts = path.split('/')
  for (let length = parts.length; length > 0; length--) {
    const start = parts.slice(0, length)
    const row = Object.entries(table).find(([name]) => matches(name.split('/'), start))
    if (row) return { name: row[0], allowed: row[1], folder: start.join('/') }
  }
}

const matches = (pattern, start) =>
  pattern.length === start.length && pattern.every((part, i) => part === '*' || part === start[i])
