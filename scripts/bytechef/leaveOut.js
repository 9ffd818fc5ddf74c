import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { edited } from './edited.js'
import { functions, members, parts } from './unused.js'

/** Leaves out what the script has no use for: the platform reads all of it again for each call. */
export const leaveOut = {
  name: 'leave-out',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\/rateLimitedSync\.ts$/ }, () => ({
      path: resolve('hosts/bytechef/paced.ts'),
    }))
    onLoad({ filter: parts }, ({ path }) => ({ contents: withoutWork(readFileSync(path, 'utf8')) }))
    onLoad(
      { filter: /\/(actions|component|connection|definitions|engine|triggers)\/.*\.ts$/ },
      ({ path }) => ({
        contents: sourceOf(path),
        loader: 'ts',
      }),
    )
  },
}

const withoutWork = source =>
  [...source.matchAll(/^export (?:const|function\*?) (\w+)/gm)]
    .map(([, name]) => `export const ${name} = undefined`)
    .join('\n')

/** A source without the members and the work that are left out. */
export const sourceOf = path => {
  const names = of(members, path).flatMap(one => one.names)
  const bodies = new Map(of(functions, path).flatMap(one => Object.entries(one.bodies)))
  const found = new Set()
  const source = edited(readFileSync(path, 'utf8'), node => {
    if (ts.isObjectLiteralElement(node) && namesOf(node).some(name => names.includes(name)))
      return '...{}'
    const name = node.parent?.name?.getText()
    if (!bodies.has(name) || !isBody(node)) return undefined
    found.add(name)
    return bodies.get(name)
  })
  const lost = [...bodies.keys()].filter(name => !found.has(name))
  if (lost.length > 0) throw new Error(`${path} has no ${lost.join(', ')}: see unused.js`)
  return source
}

const of = (list, path) => list.filter(one => one.files.test(`/${path}`))

/** Of a function that is declared, or the value of a constant. */
const isBody = node => node.parent.body === node || node.parent.initializer === node

/** Of a member: its own name, and with that of the member around it. */
const namesOf = ({ name, parent: { parent: owner } }) => {
  const own = name?.getText()
  return ts.isPropertyAssignment(owner) ? [own, `${owner.name.getText()}.${own}`] : [own]
}
