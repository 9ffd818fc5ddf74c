import type { Component, Exchange, Problem } from '../../definitions/index.ts'
import { operationNamed, type BindableNode } from './nodes.ts'
import { boundNameIn, boundNamesOf, type BoundName, type BoundNames } from './boundNames.ts'
import { lookAgain, type Earlier, type LookedUp } from './lookAgain.ts'
import { readNames, type AccountNames } from './readNames.ts'
import { usesIn, type NameUse } from './uses.ts'

/** What the user should know of a name in a workflow; its path is within the input of the node. */
export interface NameWarning extends Problem {
  readonly node: string
}

export interface GoneName {
  readonly node: string
  readonly name: string
}

export interface BoundWorkflow {
  /** By node; those without names are not in it. */
  readonly boundNames: ReadonlyMap<string, BoundNames>
  readonly warnings: readonly NameWarning[]
  /** Names that are not in the account, or one of whose choices is not. */
  readonly gone: readonly GoneName[]
  /** Why names could not be read; then they stay bound as they were. */
  readonly failure?: unknown
}

/** Of one node, which can't run then anyway; looking for similar names takes its time. */
const maxWarnings = 20

/**
 * Binds the names of custom fields and options in a workflow to their keys, as it is saved. What was
 * bound before, in these nodes or in `earlier` ones, stays bound to the same.
 */
export function* bindNames(
  component: Component,
  nodes: readonly BindableNode[],
  earlier: readonly BindableNode[] = [],
  fresh = false,
): Exchange<BoundWorkflow> {
  const operations = new Map(nodes.map(node => [node.name, operationNamed(component, node)]))
  const used = nodes.flatMap(node => {
    const operation = operations.get(node.name)
    if (!operation) return []
    const nameOf = (name: string) => operations.get(name)?.name
    return [{ node, uses: usesIn(component, operation, node.parameters, nameOf) }]
  })
  const records = used.flatMap(({ uses }) => uses.map(({ record }) => record))
  const account = yield* readNames(component, records, fresh)
  const warnings: NameWarning[] = []
  const gone: GoneName[] = []
  const boundNames = new Map<string, BoundNames>()
  for (const { node, uses } of used) {
    const before = [node, ...earlier.filter(({ name }) => name === node.name), ...earlier]
    const bound = new Map<string, Map<string, BoundName>>()
    const first = warnings.length
    for (const use of uses) {
      if (warnings.length - first >= maxWarnings) break
      const kept = keptIn(before.map(boundNamesOf), use)
      const looked = yield* look(component, account, use, kept)
      const names = bound.get(use.record) ?? new Map<string, BoundName>()
      bound.set(use.record, names)
      if (looked.bound) names.set(looked.name, merged(names.get(looked.name), looked.bound))
      if (looked.isGone) gone.push({ node: node.name, name: looked.name })
      for (const problem of looked.problems)
        warnings.push({ node: node.name, path: use.path, problem })
    }
    const entries = [...bound].map(
      ([record, names]) => [record, Object.fromEntries(names)] as const,
    )
    const given = entries.filter(([, names]) => Object.keys(names).length > 0)
    if (given.length > 0) boundNames.set(node.name, Object.fromEntries(given))
  }
  const [failure] = account.failures
  return { boundNames, warnings, gone, ...(failure !== undefined && { failure }) }
}

/** Asks for newer names before it says that something is gone. */
function* look(
  { title }: Component,
  account: AccountNames,
  use: NameUse,
  kept: Earlier | undefined,
): Exchange<Omit<LookedUp, 'isStale'>> {
  const names = account.of(use.record)
  if (!names) return { name: kept?.name ?? use.name, bound: kept?.bound, problems: [] }
  const looked = lookAgain(use, kept, names, title)
  if (!looked.isStale) return looked
  yield* account.renew(use.record)
  return lookAgain(use, kept, account.of(use.record) ?? names, title)
}

const keptIn = (all: readonly BoundNames[], { record, name }: NameUse): Earlier | undefined => {
  for (const bound of all) {
    const byName = boundNameIn(bound, record, name)
    if (byName) return { name, bound: byName }
    const names = Object.hasOwn(bound, record) ? bound[record] : undefined
    const byKey = Object.entries(names ?? {}).find(([, { key }]) => key === name)
    if (byKey) return { name: byKey[0], bound: byKey[1] }
  }
  return undefined
}

/** A name may be used several times, with other choices each time. */
const merged = (one: BoundName | undefined, other: BoundName): BoundName =>
  one?.key === other.key && one.options
    ? { ...other, options: { ...one.options, ...other.options } }
    : other
