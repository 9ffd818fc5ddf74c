import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow'
import { ComponentError } from '../../../definitions/index.ts'
import { asComponentError } from '../../../engine/index.ts'
import { wordsOf } from './words.ts'
import type { Placed } from './layout.ts'

export type NodeError = NodeApiError | NodeOperationError

/** What n8n shows: the message in bold, the hint below it. */
export const asNodeError = (
  node: INode,
  given: unknown,
  { item, placed }: { readonly item?: number; readonly placed?: Placed | undefined } = {},
): NodeError => {
  if (given instanceof NodeApiError || given instanceof NodeOperationError) return given
  const error: ComponentError = asComponentError(given)
  const failed = nodeError(node, error, item, placed)
  const { recovery, path } = error
  Object.assign(failed.context, { recovery, ...(path !== undefined && { path }) })
  return failed
}

const nodeError = (
  node: INode,
  error: ComponentError,
  item: number | undefined,
  placed: Placed | undefined,
): NodeError => {
  const { message, description, status } = wordsOf(error, placed)
  const at = { ...(item !== undefined && { itemIndex: item }), description }
  if (status === undefined && error.recovery === 'fix-input')
    return new NodeOperationError(node, message, at)
  // Only words are handed over: n8n stores the whole of an error with the execution.
  return new NodeApiError(
    node,
    { message, name: error.name },
    {
      ...at,
      message,
      ...(status !== undefined && { httpCode: String(status) }),
      ...(error.recovery === 'reconnect' && { failure: { cause: 'credential-invalid' } }),
    },
  )
}
