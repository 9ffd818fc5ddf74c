import type { ListLocation, PropertyManifest } from '../../../definitions/index.ts'
import type { NodeJson, WorkflowView } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'

/** The output of a node, as far as it is known before the workflow runs. */
export interface Source {
  readonly name: string
  readonly label: string
  readonly output: unknown
  readonly schema: PropertyManifest
  /** Where its rows stand, if it is declared to be a list. */
  readonly list?: ListLocation | undefined
  /** `output` comes from a test, or is pinned; otherwise it is made up. */
  readonly tested: boolean
  readonly origin: 'pinned' | 'disabled' | 'test' | 'sample'
}

/** Nodes of unknown operations are left out. */
export const sourcesOf = (
  nodes: readonly NodeJson[],
  samples: WorkflowView['samples'],
  operationOf: (type: string) => Operation | undefined,
): readonly Source[] =>
  nodes.flatMap(node => {
    const operation = operationOf(node.type)
    return operation ? [sourceOf(node, operation, samples)] : []
  })

type SourceNode = Pick<NodeJson, 'name' | 'label' | 'metadata' | 'disabled'>

export const sourceOf = (
  { name, label, metadata, disabled }: SourceNode,
  operation: Operation,
  samples: WorkflowView['samples'],
): Source => {
  const { outputSchema, sampleOutput } = operation.outputDefinition.outputResponse
  const list = 'metadata' in operation ? operation.metadata.list : undefined
  const source = { name, label, schema: outputSchema, list }
  const pinned = metadata?.pinned?.output
  if (disabled) return { ...source, output: null, tested: true, origin: 'disabled' }
  if (pinned !== undefined) return { ...source, output: pinned, tested: true, origin: 'pinned' }
  if (Object.hasOwn(samples, name))
    return { ...source, output: samples[name], tested: true, origin: 'test' }
  return { ...source, output: sampleOutput, tested: false, origin: 'sample' }
}
