import { fingerprint, isBuilt, markBuilt } from './builtFrom.js'

/** Several commands need what is built; `node scripts/build.js` builds it in any case. */
const from = fingerprint('.')
if (!isBuilt('.', from)) {
  await import('./build.js')
  if (process.exitCode === 0) markBuilt('.', from)
}
