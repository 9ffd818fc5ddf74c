import { createContext, use, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ConnectionView, NodeJson } from '../../api/index.ts'
import { sourcesOf, type Source } from '../output/sources.ts'
import { operationOf, useComponent, type Operation } from '../shared/component.ts'
import { useConnections } from '../shared/queries.ts'
import { useInAccount } from '../validation/useMembers.ts'
import { useOutputsInAccount } from '../validation/useOutputs.ts'
import { nodesBefore } from '../workflow/nodes.ts'
import {
  selectConnectionId,
  selectNodeNames,
  selectSamples,
  selectWorkflowId,
  useNode,
  useNodeType,
} from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'

/** What the parts of the panel know of their node. It stays the same while its form is filled in. */
export interface PanelNode {
  readonly workflowId: string
  readonly name: string
  /** As it is in the account: with the account’s own fields in its form. */
  readonly operation: Operation
  readonly isTrigger: boolean
  /** Undefined while none is chosen, or while they are being asked for. */
  readonly connection: ConnectionView | undefined
  /** Of the nodes that run before it. */
  readonly sources: readonly Source[]
  /** Names of the nodes that do not. */
  readonly later: readonly string[]
}

const Context = createContext<PanelNode | undefined>(undefined)
export const PanelNodeProvider = Context.Provider

export const usePanelNode = (): PanelNode => {
  const node = use(Context)
  if (!node) throw new TypeError('this belongs into the panel of a node')
  return node
}

/** The node itself, which changes with every keystroke. */
export const usePanelNodeJson = (): NodeJson => {
  const { name } = usePanelNode()
  const node = useNode(name)
  if (!node) throw new TypeError(`the node ${name} has been removed`)
  return node
}

/** Undefined while something is still on its way, or where the operation is not known. */
export const useNodeNamed = (name: string): PanelNode | undefined => {
  const workflowId = useEditor(selectWorkflowId)
  const { data: manifest } = useComponent()
  const type = useNodeType(name)
  const isTrigger = useEditor(({ workflow }) =>
    Boolean(workflow?.definition.triggers.some(trigger => trigger.name === name)),
  )
  const connection = useWorkflowConnection()
  const sources = useSourcesBefore(name, connection?.id)
  const names = useEditor(useShallow(selectNodeNames))
  const declared = manifest && type !== undefined ? operationOf(manifest, type) : undefined
  const toOutput = useOutputsInAccount(manifest, declared ? [declared] : [], connection?.id)
  const form = useInAccount(declared, connection?.id, true)
  const operation = useMemo(() => form && toOutput(form), [form, toOutput])
  return useMemo(() => {
    if (workflowId === undefined || !operation) return undefined
    const before = new Set(sources.map(source => source.name))
    const later = names.filter(other => !before.has(other))
    return { workflowId, name, operation, isTrigger, connection, sources, later }
  }, [workflowId, name, operation, isTrigger, connection, sources, names])
}

const useWorkflowConnection = (): ConnectionView | undefined => {
  const connectionId = useEditor(selectConnectionId)
  const { data: connections } = useConnections()
  return connections?.find(({ id }) => id === connectionId)
}

const noNodes: readonly NodeJson[] = []
const noSamples = {}

const useSourcesBefore = (name: string, connectionId: string | undefined): readonly Source[] => {
  const { data: manifest } = useComponent()
  const nodes = useEditor(
    useShallow(({ workflow }) => (workflow ? nodesBefore(workflow.definition, name) : noNodes)),
  )
  const samples = useEditor(selectSamples) ?? noSamples
  const operations = manifest ? nodes.flatMap(({ type }) => operationOf(manifest, type) ?? []) : []
  const toOutput = useOutputsInAccount(manifest, operations, connectionId)
  return useMemo(() => {
    if (!manifest) return []
    return sourcesOf(nodes, samples, type => {
      const operation = operationOf(manifest, type)
      return operation && toOutput(operation)
    })
  }, [nodes, samples, manifest, toOutput])
}
