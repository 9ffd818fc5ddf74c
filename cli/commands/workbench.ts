import { asComponentError } from '../../runtime/step.ts'
import { untilStopped } from '../connect.ts'
import { fail, note, print } from '../output.ts'

interface WorkbenchOptions {
  readonly port?: number
  readonly inboxPort?: number
  readonly data?: string
}

/** Prints the address to open in a browser, and serves it until Ctrl-C. */
export const workbench = async ({ data, ...ports }: WorkbenchOptions): Promise<void> => {
  const { startWorkbench } = await import('../../workbench/server/index.ts')
  const { url, close } = await startWorkbench({
    ...ports,
    ...(data !== undefined && { folder: data }),
    onNotice: note,
  })
  print(url)
  await untilStopped()
  await close().catch((error: unknown) => fail(asComponentError(error), false))
  // What may still wait, such as for an answer that does not come, has no effect any more.
  process.exit()
}
