import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Activepieces' piece for Pipedrive alone, from the folder in which it was installed. */
const [, , folder = ''] = process.argv
const piece: unknown = createRequire(join(folder, 'package.json'))('@activepieces/piece-pipedrive')
console.log(typeof piece)
process.exit()
