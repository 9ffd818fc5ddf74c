import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { edited } from './edited.js'

/** The files that write what the platform reads, in objects that their functions return. */
const files = /hosts\/bytechef\/(action|property|script|send|trigger)\.ts$/

/** Puts names of the contract in quotes, so that they stay when internal ones are shortened. */
export const quoteContract = {
  name: 'quote-contract',
  setup({ onLoad }) {
    onLoad({ filter: files }, ({ path }) => ({
      contents: quoted(readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

const quoted = source =>
  edited(source, node => {
    if (!ts.isIdentifier(node) || !isKey(node) || !isReturned(node.parent)) return undefined
    const name = JSON.stringify(node.text)
    return ts.isShorthandPropertyAssignment(node.parent) ? `${name}: ${node.text}` : name
  })

const isKey = ({ parent, text }) =>
  (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) &&
  parent.name.text === text

/** In an object that a function gives back, or in one within it. */
const isReturned = node => {
  const { parent } = node
  if (!isPart(node)) return false
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || isReturned(parent)
}
const isPart = node =>
  ts.isObjectLiteralElement(node) ||
  ts.isObjectLiteralExpression(node) ||
  ts.isParenthesizedExpression(node) ||
  ts.isBinaryExpression(node) ||
  ts.isConditionalExpression(node)
