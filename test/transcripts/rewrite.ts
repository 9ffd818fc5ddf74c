import { writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { storedFiles, type StoredTranscript, type TranscriptFile } from './stored.ts'
import { difference, updated } from './update.ts'

/** A file's text, as the formatter would have it. */
export const textOf = async ({ path, content }: Pick<TranscriptFile, 'path' | 'content'>) =>
  format(JSON.stringify(content), { ...(await resolveConfig(path)), filepath: path })

/**
 * Shows how requests, outputs and errors of the transcripts differ from those of today, and writes
 * them with `--update`. Returns the exit code: 1 where something differs or can't be made.
 */
export const rewrite = async (
  words: readonly string[],
  say: (line: string) => void = console.log,
  all: readonly TranscriptFile[] = storedFiles,
): Promise<number> => {
  const update = words.includes('--update')
  const names = words.filter(word => word !== '--update')
  const wanted = all.filter(({ name }) => names.length === 0 || names.some(n => name.includes(n)))
  if (wanted.length === 0) say(`No file of test/transcripts is called ${names.join(' or ')}.`)
  let left = wanted.length === 0
  for (const file of wanted) {
    const { content, lines, failed } = rewritten(file)
    for (const line of lines) say(line)
    if (update && !failed) await writeFile(file.path, await textOf({ path: file.path, content }))
    left ||= failed || (lines.length > 0 && !update)
  }
  return left ? 1 : 0
}

const rewritten = ({ path, content }: TranscriptFile) => {
  const lines: string[] = []
  let failed = false
  const one = (transcript: StoredTranscript): StoredTranscript => {
    const title = `${path}: ${transcript.about}`
    try {
      const after = updated(transcript)
      const changes = difference(transcript, after)
      if (changes.length > 0) lines.push(title, ...changes.map(change => `  ${change}`))
      return after
    } catch (error) {
      failed = true
      lines.push(title, `  ${error instanceof Error ? error.message : String(error)}`)
      return transcript
    }
  }
  const after = Array.isArray(content) ? content.map(one) : one(content as StoredTranscript)
  return { content: after, lines, failed }
}
