import { importsOf, locOf, reachedFrom, shown, sourcesOf } from './imports.js'

/**
 * Refuses circles of imports. Types count, which `no-cycle` of the import plugins passes over: a
 * circle of types says that a contract stands in the wrong file.
 */
export const noCircle = {
  meta: { type: 'problem', messages: { circle: 'A circle of imports: {{way}}.' }, schema: [] },
  create(context) {
    const { filename: file, sourceCode, cwd } = context
    return {
      Program() {
        const sources = sourcesOf(file, sourceCode.text)
        for (const place of importsOf(file, sourceCode.text)) {
          const { path } = place
          if (!sources.includes(path)) continue
          const importers = reachedFrom(path)
          if (path !== file && !importers.has(file)) continue
          const way = [file]
          while (way[0] !== path) way.unshift(importers.get(way[0]))
          const data = { way: [file, ...way].map(one => shown(one, cwd)).join(' → ') }
          context.report({ messageId: 'circle', loc: locOf(place, sourceCode), data })
        }
      },
    }
  },
}
