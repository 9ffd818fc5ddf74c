import { component } from '../component.ts'
import { untilStopped } from '../connect.ts'
import { note, print } from '../output.ts'

interface WorkbenchOptions {
  readonly port?: number
  readonly inboxPort?: number
  readonly data?: string
  readonly alertCommand?: string
}

/** Prints the address to open in a browser, and serves it until Ctrl-C. */
export const workbench = async ({ data, ...options }: WorkbenchOptions): Promise<void> => {
  const { startWorkbench } = await import('../../workbench/server/index.ts')
  const { url, close } = await startWorkbench({
    component,
    ...options,
    ...(data !== undefined && { folder: data }),
    onNotice: note,
  })
  print(url)
  await untilStopped()
  await close()
}
