import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The account of the sandbox between two starts. */
export interface SandboxFile {
  /** Nothing at the first start. Throws where it is no JSON. */
  read(): Promise<unknown>
  /** Keeps the file under another name, which is the answer. */
  setAside(): Promise<string>
  /** Writes the whole file or nothing, even if the machine stops in between. */
  write(snapshot: object): Promise<void>
}

export const sandboxFile = (folder: string): SandboxFile => {
  const path = join(folder, 'sandbox.json')
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (Reflect.get(Object(error), 'code') === 'ENOENT') return undefined
        throw error
      })
      const snapshot: unknown = text === undefined ? undefined : JSON.parse(text)
      return snapshot
    },
    async setAside() {
      const name = join(folder, `sandbox-damaged-${Date.now()}.json`)
      await rename(path, name)
      return name
    },
    async write(snapshot) {
      const draft = `${path}.new`
      await writeFile(draft, JSON.stringify(snapshot), { mode: 0o600, flush: true })
      await rename(draft, path)
    },
  }
}

/** Saves what changes often: some time after a change, one at a time, and at the end. */
export interface DebouncedSave {
  changed(): void
  close(): Promise<void>
}

const debounceMs = 1_000

export const debouncedSave = (
  save: () => Promise<void>,
  onError: (error: unknown) => void,
): DebouncedSave => {
  let timer: NodeJS.Timeout | undefined
  let saving = Promise.resolve()
  const run = () => {
    clearTimeout(timer)
    timer = undefined
    saving = saving.then(save).catch(onError)
    return saving
  }
  return {
    changed() {
      timer ??= setTimeout(() => void run(), debounceMs).unref()
    },
    close: () => (timer === undefined ? saving : run()),
  }
}
