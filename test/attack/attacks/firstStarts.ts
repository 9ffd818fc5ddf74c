import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newFolder } from '../../folder.ts'
import { startFirst } from '../../runtime/store/firstStarts.ts'
import { createTally, type Attack } from '../attack.ts'

export const firstStarts: Attack = {
  group: 'Store',
  name: 'First starts of eight processes in the same moment',
  async run({ many }) {
    const tally = createTally()
    const folders = Array.from({ length: many(1, 5) }, () => newFolder())
    for (const folder of folders) {
      for (const [at, one] of (await startFirst(folder, 8)).entries())
        tally.count(
          `process ${at}`,
          one.code === 0 && one.output === 'one\n' ? undefined : `ends with ${one.code}`,
        )
      for (const name of await readdir(folder)) {
        const { mode } = await stat(join(folder, name))
        tally.count(name, (mode & 0o077) === 0 ? undefined : `is ${(mode & 0o777).toString(8)}`)
      }
    }
    return tally.total('and the rights of what they make')
  },
}
