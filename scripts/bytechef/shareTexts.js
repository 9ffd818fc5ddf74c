import ts from 'typescript'
import { edited, walk } from './edited.js'

/**
 * Gives names to what a script writes more than once, where that is shorter: texts, `undefined`, and
 * functions of the language. The names are letters that no minifier takes.
 */
export const shareTexts = script => {
  const counts = new Map()
  walk(script, node => {
    const value = valueOf(node)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    return value !== undefined
  })
  const shared = [...counts].filter(([value, count]) => {
    const bytes = Buffer.byteLength(value)
    return count * bytes > count * nameBytes + bytes + nameBytes + 2
  })
  const names = new Map(shared.map(([value], index) => [value, letters[index]]))
  const shortened = edited(script, node => {
    const name = names.get(valueOf(node))
    return name && spaced(node, name)
  })
  return `var ${[...names].map(([value, name]) => `${name}=${value}`).join()};${shortened}`
}

const nameBytes = 2

/** Beyond ASCII. */
const letters = Array.from({ length: 0x180 }, (_, index) =>
  String.fromCharCode(0xc0 + index),
).filter(letter => /^\p{ID_Start}$/u.test(letter) && letter.normalize('NFKC') === letter)

/** The source of a node whose value is the same everywhere. */
const valueOf = node => {
  if (ts.isVoidExpression(node)) return 'void 0'
  if (ts.isPropertyAccessExpression(node) && builtIn.test(node.getText())) return node.getText()
  return isText(node) ? JSON.stringify(node.text) : undefined
}

const builtIn = /^(Array|Math|Number|Object|Reflect)\.\w+$/

/** A text that is a value. */
const isText = node => {
  const { parent } = node
  return (
    ts.isStringLiteralLike(node) &&
    !ts.isTaggedTemplateExpression(parent) &&
    !ts.isExpressionStatement(parent) &&
    parent.name !== node &&
    parent.propertyName !== node
  )
}

/** `case"a"` and the like need a space before a name. */
const spaced = (node, name) => {
  const text = node.getSourceFile().text
  const [before, after] = [text[node.getStart() - 1], text[node.end]]
  return `${/[\w$]/.test(before) ? ' ' : ''}${name}${/[\w$]/.test(after) ? ' ' : ''}`
}
