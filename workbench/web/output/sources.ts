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
  /** `output` comes from a test; otherwise it is made up. */
  readonly tested: boolean
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

export const sourceOf = (
  { name, label }: Pick<NodeJson, 'name' | 'label'>,
  operation: Operation,
  samples: WorkflowView['samples'],
): Source => {
  const { outputSchema, sampleOutput } = operation.outputDefinition.outputResponse
  const tested = Object.hasOwn(samples, name)
  const output = tested ? samples[name] : sampleOutput
  const list = 'metadata' in operation ? operation.metadata.list : undefined
  return { name, label, output, schema: outputSchema, list, tested }
}
