import { useCallback } from 'react'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { withCustomOutput, writerOf, type DynamicProperty } from '../../../engine/index.ts'
import type { Operation } from '../shared/component.ts'
import { useMembersOf } from './useMembers.ts'

/** Puts the account’s own fields into the outputs of operations, before anything has run. */
export const useOutputsInAccount = (
  manifest: ComponentManifest | undefined,
  operations: readonly Operation[],
  connectionId: string | undefined,
): (<One extends Operation>(operation: One) => One) => {
  const writers = new Map<string, DynamicProperty>()
  for (const operation of manifest ? operations : []) {
    const writer = manifest && writerOf(manifest, operation)
    if (writer) writers.set(keyOf(writer), writer)
  }
  const keys = [...writers.keys()].join(' ')
  const members = useMembersOf([...writers.values()], connectionId, true)
  return useCallback(
    operation => {
      const writer = manifest && writerOf(manifest, operation)
      return writer
        ? withCustomOutput(operation, members[keys.split(' ').indexOf(keyOf(writer))])
        : operation
    },
    [manifest, members, keys],
  )
}

const keyOf = ({ operation, path }: DynamicProperty) => `${operation}:${path}`
