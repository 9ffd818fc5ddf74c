import ts from 'typescript'
import { edited, walk } from './edited.js'
import { freeNames } from './freeNames.js'
import { packedLetters, packTexts } from './packTexts.js'

/**
 * Gives names to what a script writes more than once, where that is shorter: texts, names of members,
 * `undefined`, and functions of the language. Longer texts have names too, and are packed together.
 * The names are letters that no minifier takes, or that have been freed.
 */
export const shareTexts = minified => {
  const { freed, script } = freeNames(minified, letters.slice(-maxFreed))
  const saved = new Map()
  const uses = new Map()
  walk(script, node => {
    const use = useOf(node)
    if (use) {
      saved.set(use.value, (saved.get(use.value) ?? 0) + use.saved)
      uses.set(use.value, (uses.get(use.value) ?? 0) + 1)
    }
    return use !== undefined
  })
  const shared = [...saved].filter(([value, bytes]) => bytes > cost(value)).map(([value]) => value)
  const packed = shared.filter(isLong)
  const others = shared.filter(value => !isLong(value)).sort((a, b) => uses.get(b) - uses.get(a))
  const names = new Map([
    ...packed.map((value, index) => [value, packedLetters[index]]),
    ...others.map((value, index) => [value, [...freed, ...letters][index]]),
  ])
  const write = node => {
    const use = useOf(node)
    const name = names.get(use?.value)
    return name && use.write(name)
  }
  const shortened = edited(script, write, startOf)
  const texts = packTexts(packed.map(value => JSON.parse(value)))
  const declared = others.map(value => `${names.get(value)}=${value}`)
  return `${texts};var ${declared.join()};${shortened}`
}

const nameBytes = 2
/** What is used most has a name of one byte. */
const maxFreed = 32

/** What it takes to say what a name stands for. Packed texts become shorter by about a third. */
const cost = value => {
  const bytes = Buffer.byteLength(value)
  return isLong(value) ? bytes * (2 / 3) : nameBytes + ',='.length + bytes
}
const isLong = value => value.startsWith('"') && value.length > 12

/** Letters beyond ASCII, of two bytes. */
const letters = Array.from({ length: 0x740 }, (_, index) => String.fromCharCode(0xc0 + index))
  .filter(letter => /^\p{ID_Start}$/u.test(letter) && letter.normalize('NFKC') === letter)
  .filter(letter => !packedLetters.includes(letter))

/** What stands there, by its source, how many bytes a name saves, and how the name is written. */
const useOf = node => {
  const text = builtInOf(node) ?? (isText(node) ? JSON.stringify(node.text) : undefined)
  if (text !== undefined)
    return {
      value: text,
      saved: Buffer.byteLength(text) - nameBytes,
      write: name => spaced(node, name),
    }
  if (isTemplatePart(node)) return useInTemplate(node)
  if (!isMemberName(node)) return undefined
  return {
    value: JSON.stringify(node.text),
    saved: node.end - startOf(node) - nameBytes - '[]'.length,
    write: name => `[${name}]`,
  }
}

const isTemplatePart = node =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)

/** A longer text between values becomes a value too. */
const useInTemplate = node => {
  const saved = Buffer.byteLength(node.text) - nameBytes - '${}'.length
  if (saved < minSaved) return undefined
  const whole = node.getText()
  const [before, after] = [whole[0], whole.endsWith('${') ? '${' : '`']
  return {
    value: JSON.stringify(node.text),
    saved,
    write: name => `${before}\${${name}}${after}`,
  }
}
const minSaved = 12

/** The source of what is the same everywhere: `undefined`, or a function of the language. */
const builtInOf = node => {
  if (ts.isVoidExpression(node)) return 'void 0'
  const isMember = ts.isPropertyAccessExpression(node)
  return isMember && builtIn.test(node.getText()) ? node.getText() : undefined
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

/** The name of a member that is read, written or taken apart, such as `title` in `{ title: 1 }`. */
const isMemberName = node => {
  const { parent } = node
  if (!ts.isIdentifier(node) && !ts.isStringLiteral(node)) return false
  if (parent.propertyName === node) return true
  return parent.name === node && holders.some(isHolder => isHolder(parent))
}
const holders = [ts.isPropertyAccessExpression, ts.isPropertyAssignment, ts.isMethodDeclaration]

/** Where it begins: a dot is written anew too. */
const startOf = node => {
  const start = node.getStart()
  const isRead = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
  return isRead && !node.parent.questionDotToken ? start - 1 : start
}
