import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface OwnFolders {
  /** Variables of the process: `TEST_FOLDER` for what tests make, the rest for what they run. */
  readonly env: Readonly<Record<'TEST_FOLDER' | 'TMPDIR' | 'PIPEDRIVE_COMPONENT_DATA', string>>
  /** Removes the folders; fails where the temporary one isn't empty: what is left there would stay with users. */
  remove(): void
}

/**
 * Folders of its own for each file of tests, below the temporary directory `tmp`. The data
 * directory of the person at this machine is out of reach.
 */
export const makeOwnFolders = (tmp: string): OwnFolders => {
  const folder = mkdtempSync(join(tmp, 'pipedrive-test-'))
  const env = {
    TEST_FOLDER: join(folder, 'made'),
    TMPDIR: join(folder, 'tmp'),
    PIPEDRIVE_COMPONENT_DATA: join(folder, 'data'),
  }
  for (const path of Object.values(env)) mkdirSync(path)
  return {
    env,
    remove: () => {
      const left = readdirSync(env.TMPDIR)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      if (left.length === 0) return
      throw new Error(`left in the temporary directory: ${left.join(', ')}`)
    },
  }
}
