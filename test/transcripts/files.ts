import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transcript } from './replay.ts'

const folder = 'test/transcripts'

/** All transcripts by file; a file holds one or a list of them. */
export const files: readonly (readonly [string, readonly Transcript[]])[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter(name => name.endsWith('.json'))
  .sort()
  .map(name => {
    const content = JSON.parse(readFileSync(join(folder, name), 'utf8')) as
      Transcript | readonly Transcript[]
    return [name, [content].flat()] as const
  })

export const transcripts: readonly Transcript[] = files.flatMap(([, ones]) => ones)
