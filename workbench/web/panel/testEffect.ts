import type { NodeJson } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'

export type TestEffect = 'read' | 'write' | 'destroy'

/** Of a call that is put together by hand, its method decides. */
const byMethod: Readonly<Record<string, TestEffect>> = { GET: 'read', POST: 'write' }

/** What a test of this node does to the account. Triggers only wait. */
export const testEffect = (
  operation: Operation,
  { method }: NodeJson['parameters'],
): TestEffect => {
  if (!('metadata' in operation) || operation.metadata.readOnly) return 'read'
  const isCustom = operation.properties.some(({ name }) => name === 'method')
  if (isCustom) return byMethod[String(method)] ?? 'destroy'
  return operation.metadata.destructive ? 'destroy' : 'write'
}
