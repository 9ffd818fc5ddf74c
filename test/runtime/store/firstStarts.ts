import { startProcess } from './support.ts'

/** Opens a folder for the first time from several processes at the same moment. */
export const startFirst = async (folder: string, count: number) => {
  const begin = Date.now() + 3_000
  const code = `
    import { pipedrive } from '${process.cwd()}/dist/bundle/component/index.js'
    import { openStore } from '${process.cwd()}/dist/bundle/runtime/store/index.js'
    while (Date.now() < ${begin}) await null
    const store = await openStore({ component: pipedrive })
    console.log(store.cipher.decrypt(store.cipher.encrypt('one', 'test'), 'test'))
    store.close()
  `
  const processes = Array.from({ length: count }, () => startProcess(folder, code))
  return Promise.all(
    processes.map(async ({ ended, output }) => ({ code: await ended, output: await output })),
  )
}
