import { tmpdir } from 'node:os'
import { afterAll, vi } from 'vitest'
import { makeOwnFolders } from './ownFolders.ts'

// Files of tests run one after the other in the same process, so the first one notes what was there.
const tmp = (process.env['OUTER_TMPDIR'] ??= tmpdir())
const { env, remove } = makeOwnFolders(tmp)
Object.assign(process.env, env)

afterAll(() => {
  vi.useRealTimers()
  process.env['TMPDIR'] = tmp
  remove()
})
