import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addWorkflow, listWorkflows, type Store } from '../../runtime/store/index.ts'
import { root } from './root.ts'
import { connectSandbox } from './sandbox/connect.ts'
import type { EmbeddedSandbox } from './sandbox/embeddedSandbox.ts'

/** The first minute needs nothing: a connection to the sandbox, and a workflow that uses it. */
export const addExampleWorkflow = async (store: Store, sandbox: EmbeddedSandbox): Promise<void> => {
  if (!sandbox.isNew || (await listWorkflows(store)).length > 0) return
  const example = await readFile(join(root, 'docs', 'examples', 'new-deal.json'), 'utf8')
  const { id } = await connectSandbox(store, sandbox)
  await addWorkflow(store, JSON.parse(example), id)
}
