import ts from 'typescript'
import { edited, walk } from './edited.js'

/**
 * Gives variables of one letter that are used least one of `names`, so that their letters are free for
 * what is used more: those that are declared once, and so mean the same everywhere.
 */
export const freeNames = (script, names) => {
  const uses = new Map()
  const declared = new Map()
  walk(script, node => {
    if (!isVariable(node) || node.text.length > 1) return
    uses.set(node.text, (uses.get(node.text) ?? 0) + 1)
    const more = isTied(node) ? 2 : isDeclared(node) ? 1 : 0
    declared.set(node.text, (declared.get(node.text) ?? 0) + more)
  })
  const freed = [...uses.keys()]
    .filter(name => declared.get(name) === 1)
    .sort((a, b) => uses.get(a) - uses.get(b))
    .slice(0, names.length)
  const renamed = new Map(freed.map((name, index) => [name, names[index]]))
  const write = node => (isVariable(node) ? renamed.get(node.text) : undefined)
  return { freed, script: edited(script, write) }
}

/** Not the name of a member. */
const isVariable = node => {
  if (!ts.isIdentifier(node)) return false
  const { parent } = node
  const isMember = parent.name === node && !isDeclared(node) && !isTied(node)
  return !isMember && parent.propertyName !== node
}

/** The name of a member as well, as in `{ a }`. */
const isTied = ({ parent }) =>
  ts.isShorthandPropertyAssignment(parent) ||
  (ts.isBindingElement(parent) &&
    ts.isObjectBindingPattern(parent.parent) &&
    !parent.propertyName &&
    !parent.dotDotDotToken)

const isDeclared = node =>
  node.parent.name === node && declarations.some(isDeclaration => isDeclaration(node.parent))
const declarations = [
  ts.isBindingElement,
  ts.isClassDeclaration,
  ts.isClassExpression,
  ts.isFunctionDeclaration,
  ts.isFunctionExpression,
  ts.isParameter,
  ts.isVariableDeclaration,
]
