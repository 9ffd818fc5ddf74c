import {
  InputError,
  member,
  type Component,
  type Exchange,
  type Problem,
} from '../../definitions/index.ts'
import type { Warning } from '../input/validate.ts'
import { valueOf, type Reference } from '../references/references.ts'
import type { Outputs } from '../references/resolve.ts'
import { boundNameIn, type BoundNames } from './boundNames.ts'
import { lookAgain } from './lookAgain.ts'
import { readNames, type AccountNames } from './readNames.ts'
import { withKeys, withKeysGiven } from './withKeys.ts'
import {
  nameAt,
  namedGroups,
  memberPath,
  recordOf,
  usesIn,
  type Named,
  type NameUse,
} from './uses.ts'

/** The names that a node was saved with, and the operations of the nodes that it refers to. */
export interface BoundStep {
  readonly boundNames: BoundNames
  operationOf(node: string): string | undefined
}

export interface Applied {
  /** By key, choices by id. */
  readonly input: unknown
  /** Where a reference leads to by now. */
  follow(reference: Reference): Reference
  /** Names that are others by now. */
  readonly warnings: readonly Warning[]
  /** The error in the names of the workflow. */
  named(error: unknown): unknown
}

/**
 * Puts keys in the place of the names that a workflow was saved with. Throws an `InputError` that
 * names a field or an option that is gone.
 */
export function* applyNames(
  component: Component,
  operation: Named,
  input: unknown,
  outputs: Outputs,
  { boundNames, operationOf }: BoundStep,
): Exchange<Applied> {
  const uses = usesIn(component, operation, input, operationOf)
  const bound = uses.flatMap(use => {
    const found = keptFor(boundNames, use.record, use.name)
    return found ? [{ use, earlier: found }] : []
  })
  const records = bound.map(({ use }) => use.record)
  const account = yield* readNames(component, records, false)
  const follow = (reference: Reference) =>
    followed(reference, component, account, boundNames, outputs, operationOf)
  const problems: Problem[] = []
  const warnings: Warning[] = []
  for (const { use, earlier } of bound) {
    const look = () => {
      const names = account.of(use.record)
      return names && lookAgain(use, earlier, names, component.title, 'fail')
    }
    const isNeeded = !use.reference || valueOf(follow(use.reference), outputs) === undefined
    if (isNeeded && look()?.isStale) yield* account.renew(use.record)
    const looked = look()
    for (const problem of looked?.problems ?? [])
      if (!looked?.isStale)
        warnings.push({
          path: use.path,
          expected: 'its current name',
          got: `an old one: ${problem}`,
        })
      else if (isNeeded) problems.push({ path: use.path, problem })
  }
  if (problems.length > 0)
    throw new InputError([...problems, ...unboundProblems(component, account, boundNames, uses)])
  const record = recordOf(component, operation.name) ?? ''
  const groups = namedGroups(operation)
  const named = Object.hasOwn(boundNames, record) ? (boundNames[record] ?? {}) : {}
  const byKey = withKeysGiven(operation, input, named)
  return {
    input: groups.reduce((given, group) => withKeys(given, group.split('.'), named), byKey),
    follow,
    warnings,
    named: error => (error instanceof InputError ? inNames(error, groups, named) : error),
  }
}

/** The other names that are wrong, so that one answer has all of them. */
const unboundProblems = (
  { title }: Component,
  account: AccountNames,
  boundNames: BoundNames,
  uses: readonly NameUse[],
): readonly Problem[] =>
  uses.flatMap(use => {
    const names = account.of(use.record)
    if (!names || use.reference || keptFor(boundNames, use.record, use.name)) return []
    const { problems } = lookAgain(use, undefined, names, title)
    return problems.map(problem => ({ path: use.path, problem }))
  })

const keptFor = (boundNames: BoundNames, record: string, name: string) => {
  const byName = boundNameIn(boundNames, record, name)
  if (byName) return { name, bound: byName }
  const names = Object.hasOwn(boundNames, record) ? boundNames[record] : undefined
  const byKey = Object.entries(names ?? {}).find(([, { key }]) => key === name)
  return byKey && { name: byKey[0], bound: byKey[1] }
}

/** An output from before a field was renamed has its earlier name. */
const followed = (
  reference: Reference,
  component: Component,
  account: AccountNames,
  boundNames: BoundNames,
  outputs: Outputs,
  operationOf: BoundStep['operationOf'],
): Reference => {
  const { keys, node } = reference
  const at = nameAt(keys)
  const record = recordOf(component, operationOf(node))
  if (at === undefined || record === undefined) return reference
  const bound = boundNameIn(boundNames, record, keys[at] ?? '')
  const now = bound && account.of(record)?.nameOf(bound.key)
  if (now === undefined) return reference
  const holder = valueOf({ node, path: '', keys: keys.slice(0, at) }, outputs)
  const isThere = member(holder, now) !== undefined
  return isThere
    ? { ...reference, keys: keys.map((key, index) => (index === at ? now : key)) }
    : reference
}

/** The paths of an error with names in the place of keys. */
const inNames = (error: InputError, groups: readonly string[], names: BoundNames[string]) => {
  const nameOf = new Map(Object.entries(names).map(([name, { key }]) => [key, name]))
  const renamed = error.problems.map(({ path, problem }) => {
    const group = groups.find(one => path.startsWith(`${one}.`))
    const [key = '', ...rest] = group ? path.slice(group.length + 1).split(/(?=[.[])/) : []
    const name = nameOf.get(key)
    return group && name !== undefined
      ? { path: memberPath(group, name) + rest.join(''), problem }
      : { path, problem }
  })
  const [only, ...others] = renamed
  return only && others.length === 0
    ? new InputError(only.path, only.problem, error.hint)
    : new InputError(renamed, error.hint)
}
