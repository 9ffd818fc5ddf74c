import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { edited } from './edited.js'

/** Members of definitions that other hosts read, by the files that have them. */
const members = [
  {
    files: /component\/index\.ts$/,
    names: [
      'budget',
      'changes',
      'currentRecord',
      'explain',
      'recordPages',
      'recordPath',
      'records',
      'simulate',
      'subjects',
      'webOrigin',
    ],
  },
  // The contract has no dynamic properties, and workflows are not ours: they are asked for nowhere.
  {
    files: /component\/customFields\/property\.ts$/,
    names: ['propertiesDataSource.properties', 'propertiesDataSource.names'],
  },
  {
    files: /component\/customFields\/fields\.ts$/,
    names: ['description', 'important_fields', 'required_fields'],
  },
  // Names in place of ids.
  { files: /component\/options\/.*\.ts$/, names: ['byName', 'nameField'] },
  {
    files: /\/(actions|component)\/.*\.ts$/,
    names: ['agentHint', 'findExisting', 'isMemberName', 'newest', 'serializeBy'],
  },
]

/** What the engine does for other hosts: references, names in place of ids, dry runs. */
const parts = /engine\/(names\/resolveNames|references\/resolve|steps\/preview)\.ts$/

/** A lost write fails here, and is not looked for. */
const lostWrite = `
import { perform } from '../../definitions/index.ts'
export function* performAction(action, input) {
  return { output: yield* perform(action, input), warnings: [] }
}`

/** Leaves out what the script has no use for: the platform reads all of it again for each call. */
export const leaveOut = {
  name: 'leave-out',
  setup({ onLoad }) {
    onLoad({ filter: parts }, ({ path }) => ({ contents: withoutWork(readFileSync(path, 'utf8')) }))
    onLoad({ filter: /engine\/steps\/lostWrite\.ts$/ }, () => ({ contents: lostWrite }))
    onLoad({ filter: /\/(actions|component|triggers)\/.*\.ts$/ }, ({ path }) => ({
      contents: sourceOf(path),
      loader: 'ts',
    }))
  },
}

const withoutWork = source =>
  [...source.matchAll(/^export (?:const|function\*?) (\w+)/gm)]
    .map(([, name]) => `export const ${name} = undefined`)
    .join('\n')

/** A source without the members that are left out. */
export const sourceOf = path => {
  const names = members.flatMap(one => (one.files.test(`/${path}`) ? one.names : []))
  return edited(readFileSync(path, 'utf8'), node =>
    ts.isObjectLiteralElement(node) && namesOf(node).some(name => names.includes(name))
      ? '...{}'
      : undefined,
  )
}

/** Of a member: its own name, and with that of the member around it. */
const namesOf = ({ name, parent: { parent: owner } }) => {
  const own = name?.getText()
  return ts.isPropertyAssignment(owner) ? [own, `${owner.name.getText()}.${own}`] : [own]
}
