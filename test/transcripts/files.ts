import { completions } from './completions.ts'
import type { Transcript } from './replay.ts'
import { resolved, responseNamed, storedFiles } from './stored.ts'

const written = storedFiles.map(
  ({ name, content }) => [name, [content].flat().map(resolved)] as const,
)

/** All transcripts by file, and those that are made of others. */
export const files: readonly (readonly [string, readonly Transcript[]])[] = [
  ...written,
  ...completions(
    written.flatMap(([, transcripts]) => transcripts),
    responseNamed,
  ),
]

export const transcripts: readonly Transcript[] = files.flatMap(([, ones]) => ones)
