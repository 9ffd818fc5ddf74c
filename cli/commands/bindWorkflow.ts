import { writeFile } from 'node:fs/promises'
import { isRecord } from '../../definitions/index.ts'
import {
  asComponentError,
  bindNames,
  openMeter,
  parseWorkflow,
  type BindableNode,
  type BoundWorkflow,
} from '../../engine/index.ts'
import { component } from '../component.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { exitCodes } from '../exit.ts'
import { readJson } from '../input.ts'
import { info, print, printJson } from '../output.ts'

/** Writes the keys of the names in a workflow into its file, beside the names. */
export const bindWorkflow = async (
  file: string,
  options: ConnectionTarget & { readonly json?: boolean },
): Promise<void> => {
  const workflow = await readJson(`@${file}`, file)
  // Nothing that could not run is written to.
  parseWorkflow(component, workflow)
  await withConnection(options, async ({ client }, signal) => {
    const { run } = openMeter({ client, signal })
    const { boundNames, warnings, gone, failure } = await run(
      bindNames(component, nodesIn(workflow), [], true),
    )
    if (failure !== undefined) throw asComponentError(failure)
    await writeFile(file, `${JSON.stringify(withNames(workflow, boundNames), undefined, 2)}\n`)
    if (gone.length > 0) process.exitCode = exitCodes.input
    if (options.json) return printJson({ boundNames: Object.fromEntries(boundNames), warnings })
    const isGone = (node: string, name: string) =>
      gone.some(one => one.node === node && one.name === name)
    for (const [node, kinds] of boundNames)
      for (const names of Object.values(kinds))
        for (const [name, { key }] of Object.entries(names))
          print(
            `${node}: ${name} ${isGone(node, name) ? 'can’t be used as it is; it was' : 'is'} ${key}`,
          )
    for (const { node, path, problem } of warnings) info(`${node}: ${path}: ${problem}`)
    if (boundNames.size === 0 && gone.length === 0)
      print('there are no names of custom fields in it')
  })
}

const nodesIn = (workflow: unknown): readonly BindableNode[] =>
  isRecord(workflow)
    ? [workflow['triggers'], workflow['tasks']].flatMap(list =>
        Array.isArray(list) ? list.filter(isNode) : [],
      )
    : []

const isNode = (node: unknown): node is BindableNode =>
  isRecord(node) && typeof node['name'] === 'string' && typeof node['type'] === 'string'

const withNames = (workflow: unknown, bound: BoundWorkflow['boundNames']): unknown => {
  if (!isRecord(workflow)) return workflow
  const named = (list: unknown) =>
    Array.isArray(list) ? list.map(node => withNamesOf(node, bound)) : list
  return Object.fromEntries(
    Object.entries(workflow).map(([name, value]) => [
      name,
      name === 'triggers' || name === 'tasks' ? named(value) : value,
    ]),
  )
}

const withNamesOf = (node: unknown, bound: BoundWorkflow['boundNames']): unknown => {
  const boundNames = isRecord(node) ? bound.get(String(node['name'])) : undefined
  if (!isRecord(node) || !boundNames) return node
  const { metadata } = node
  return { ...node, metadata: { ...(isRecord(metadata) && metadata), boundNames } }
}
