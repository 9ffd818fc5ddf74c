import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importsOf, reachedFrom, shown } from './lint/imports.js'

/** Prints which imports go against the floors of the house, and fails where a goal is missed. */
const root = resolve('.')
const notSource = /^(\.|node_modules$|dist$|coverage$)/
const files = readdirSync('.', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !notSource.test(entry.name))
  .flatMap(({ name }) => readdirSync(name, { recursive: true }).map(path => join(name, path)))
  .filter(path => /\.tsx?$/.test(path))
  .map(path => shown(resolve(path), root))
const importing = (candidates, isWanted) =>
  candidates.filter(file => importsOf(resolve(file)).some(isWanted))

const isEngine = file => file.startsWith('engine/')
/** Hosts are built for one component, as are its own tests and the tour of its operations. */
const mayKnowComponent =
  /^((component|actions|triggers|connection|hosts|cli\/tour|test)\/|(.*\/)?sandbox\/)/
const isOfComponent = ({ path }) =>
  path && /^(component|actions|triggers|connection)\//.test(shown(path, root))

const circles = () => {
  const reached = new Map(files.map(file => [file, reachedFrom(resolve(file))]))
  const names = files.flatMap(file => {
    const onCircle = [...reached.get(file).keys()]
      .map(path => shown(path, root))
      .filter(other => reached.get(other)?.has(resolve(file)))
    return onCircle.length > 0 ? [onCircle.sort().join(', ')] : []
  })
  return [...new Set(names)]
}

const rows = [
  [
    'files of engine/ that import Node or a package',
    0,
    importing(files.filter(isEngine), ({ path }) => !path),
  ],
  [
    'files outside of hosts/ that import the component by path',
    3,
    importing(
      files.filter(file => !mayKnowComponent.test(file)),
      isOfComponent,
    ),
  ],
  ['circles of imports', 0, circles()],
]
for (const [what, goal, found] of rows) {
  console.log(`${found.length} ${what} (goal: ${goal}${goal > 0 ? ' at most' : ''})`)
  for (const line of found) console.log(`  ${line}`)
  if (found.length > goal) process.exitCode = 1
}
