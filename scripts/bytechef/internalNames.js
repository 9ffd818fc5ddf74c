import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { walk } from './edited.js'
import { sourceOf } from './leaveOut.js'

/** Words of our own that Pipedrive has no members of. */
const words = [
  'additionalProperties',
  'completed',
  'description',
  'earlier',
  'effect',
  'exhausted',
  'fresh',
  'groups',
  'hint',
  'hydrate',
  'instance',
  'keep',
  'keyword',
  'kind',
  'limits',
  'maxLength',
  'memory',
  'minLength',
  'narrow',
  'newest',
  'nullable',
  'one',
  'output',
  'owners',
  'page',
  'params',
  'placeholder',
  'problems',
  'properties',
  'recent',
  'record',
  'regex',
  'required',
  'returns',
  'reuse',
  'row',
  'rows',
  'sample',
  'schema',
  'segments',
  'sender',
  'sleep',
  'spellings',
  'step',
  'texts',
  'transform',
  'validators',
  'wanted',
  'warnings',
]

/**
 * Names of members that only our own code knows: declared by us, with a capital within, and reached by
 * no text. What the platform is handed is written in quotes, see `quoteContract.js`.
 */
export const internalNames = script => {
  const declared = files(...folders).flatMap(file =>
    found(readFileSync(file, 'utf8'), declaredName),
  )
  const foreign = new Set([...found(script, paths), ...schemaNames(), ...builtIn, ...ofHost])
  const own = declared.filter(name => /^[a-z]+[A-Z]/.test(name) && !foreign.has(name))
  const clash = schemaNames().find(name => words.includes(name))
  if (clash) throw new Error(`${clash} is a member of Pipedrive’s: strike it from the words here`)
  return [...new Set([...own, ...words])]
}

/** Pipedrive's own names have no capitals in them. */
const folders = ['definitions', 'engine', 'component', 'actions', 'triggers', 'hosts/bytechef']

/** What the platform hands over. */
const ofHost = ['statusCode']

const files = (...folders) =>
  folders.flatMap(folder =>
    readdirSync(folder, { recursive: true })
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name}`),
  )

/** What `pick` finds in the nodes of a source. */
const found = (source, pick) => {
  const names = []
  walk(source, node => {
    names.push(...(pick(node) ?? []))
  })
  return names
}

const declaredName = node => {
  const isMember =
    ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyDeclaration(node)
  return isMember && ts.isIdentifier(node.name) ? [node.name.text] : undefined
}

/** Texts that may be names, or paths of names, by which members are read. */
const paths = node =>
  ts.isStringLiteralLike(node) && /^[\w.[\]]+$/.test(node.text)
    ? node.text.match(/\w+/g)
    : undefined

/** Members of records, inputs and outputs: `title: string(…)`. */
const schemaNames = () =>
  files('component', 'actions', 'triggers').flatMap(file =>
    found(sourceOf(file), node => {
      if (!ts.isPropertyAssignment(node) || !ts.isCallExpression(node.initializer)) return undefined
      const name = node.name.getText()
      const isSchema = helpers.includes(node.initializer.expression.getText())
      return isSchema && !ofLanguage.includes(name) ? [name] : undefined
    }),
  )
/** Members of definitions whose value is a schema too. */
const ofLanguage = ['items', 'output', 'returns', 'row']
const helpers = found(readFileSync('definitions/property.ts', 'utf8'), node =>
  ts.isVariableDeclaration(node) ? [node.name.getText()] : undefined,
)

const builtIn = Object.getOwnPropertyNames(globalThis).flatMap(name => {
  const value = globalThis[name]
  return [name, ...own(value), ...own(value?.prototype)]
})
function own(value) {
  const isObject = (typeof value === 'object' || typeof value === 'function') && value !== null
  return isObject ? Object.getOwnPropertyNames(value) : []
}
