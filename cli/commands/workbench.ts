import { print } from '../output.ts'
import { untilStopped } from '../connect.ts'

interface WorkbenchOptions {
  readonly port?: number
  readonly data?: string
}

/** Prints the address to open in a browser, and serves it until Ctrl-C. */
export const workbench = async ({ port, data }: WorkbenchOptions): Promise<void> => {
  const { startWorkbench } = await import('../../workbench/server/index.ts')
  const { url, close } = await startWorkbench({
    ...(port !== undefined && { port }),
    ...(data !== undefined && { folder: data }),
  })
  print(url)
  await untilStopped()
  await close()
}
