import { createContext, use, useMemo } from 'react'
import type { ActionManifest, PropertyManifest } from '../../../definitions/index.ts'
import { propertyAt } from '../../../engine/index.ts'
import type { ConnectionView, NodeJson, WorkflowView } from '../../api/index.ts'
import { operationOf, useComponent, type Operation } from '../shared/component.ts'
import { useConnections } from '../shared/queries.ts'
import { findNode, nodesOf } from '../editor/nodes.ts'
import { useEditor } from '../editor/store.ts'
import { sourcesBefore, type Source } from './data/sources.ts'
import { itemOf } from './form/toForm.ts'

/** What the parts of the panel know of the node that it is open for. */
export interface PanelNode {
  readonly workflow: WorkflowView
  readonly node: NodeJson
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

/** Undefined while something is still on its way, or where the operation is not known. */
export const useNodeNamed = (name: string): PanelNode | undefined => {
  const workflow = useEditor(editor => editor.workflow)
  const { data: manifest } = useComponent()
  const { data: connections } = useConnections()
  return useMemo(() => {
    const node = workflow && findNode(workflow.definition, name)
    const operation = manifest && node && operationOf(manifest, node.type)
    if (!workflow || !node || !operation) return undefined
    const sources = sourcesBefore(workflow, name, type => operationOf(manifest, type))
    const before = new Set(sources.map(source => source.name))
    return {
      workflow,
      node,
      operation,
      isTrigger: workflow.definition.triggers.includes(node),
      connection: connections?.find(({ id }) => id === workflow.connectionId),
      sources,
      later: nodesOf(workflow.definition).flatMap(({ name }) => (before.has(name) ? [] : name)),
    }
  }, [workflow, manifest, connections, name])
}

/** What there is to fill in: triggers have nothing. */
export const inputsOf = (operation: Operation): Pick<ActionManifest, 'properties' | 'anyOf'> => ({
  properties: operation.properties ?? [],
  ...('anyOf' in operation && operation.anyOf && { anyOf: operation.anyOf }),
})

/** A row of a list has no name of its own: it is described by the list. */
export const propertyOf = (operation: Operation, path: string): PropertyManifest | undefined => {
  const inputs = inputsOf(operation)
  const list = path.replace(/\[\d+\]$/, '')
  if (list === path) return propertyAt(inputs, path)
  const parent = propertyAt(inputs, list)
  return parent && itemOf(parent)
}
