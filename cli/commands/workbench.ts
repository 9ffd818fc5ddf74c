import { component } from '../component.ts'
import { waitForSignal } from '../connect.ts'
import { info, print, printJson } from '../output.ts'

interface WorkbenchOptions {
  readonly port?: number
  readonly inboxPort?: number
  readonly data?: string
  readonly alertCommand?: string
  readonly json?: boolean
}

/** Prints the address to open in a browser, and serves it until Ctrl-C. */
export const workbench = async ({
  data,
  json = false,
  ...options
}: WorkbenchOptions): Promise<void> => {
  const { startWorkbench } = await import('../../workbench/server/index.ts')
  const { url, close } = await startWorkbench({
    component,
    ...options,
    ...(data !== undefined && { folder: data }),
    onNotice: info,
  })
  if (json) printJson({ url })
  else print(url)
  await waitForSignal()
  await close()
}
