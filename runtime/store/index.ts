export * from './authorize.ts'
export * from './connected.ts'
export {
  connectionNamed,
  connectionWithId,
  listConnections,
  removeConnection,
  renameConnection,
  saveConnection,
  secretsOf,
  type Connection,
} from './connections.ts'
export * from '../inbox/index.ts'
export * from './errors.ts'
export * from './journal.ts'
export { lock } from './lock.ts'
export * from './open.ts'
export * from './runs.ts'
export type { LiveWorkflow } from './schema.ts'
export * from './tokens.ts'
export * from './usage.ts'
export * from './workflows.ts'
