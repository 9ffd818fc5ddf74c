import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HttpResponse } from '../../definitions/index.ts'
import type { Call, Transcript } from './replay.ts'

const folder = 'test/transcripts'
const responsesFile = 'responses.json'

/** A transcript as its file has it: a response is written out, or is one of `responses.json`. */
export interface StoredTranscript extends Omit<Transcript, 'exchange'> {
  readonly exchange: readonly (readonly StoredCall[])[]
}
export interface StoredCall extends Omit<Call, 'response'> {
  readonly response?: Partial<HttpResponse> | string
}

const pathOf = (file: string) => join(folder, file)
const read = (file: string): unknown => JSON.parse(readFileSync(pathOf(file), 'utf8'))

const responses = read(responsesFile) as Readonly<Record<string, Partial<HttpResponse>>>

/** A response that many transcripts share. */
export const responseNamed = (name: string): Partial<HttpResponse> => {
  const response = responses[name]
  if (!response) throw new Error(`${pathOf(responsesFile)} has no response named ${name}`)
  return response
}

/** A call with its response written out. */
export const resolvedCall = ({ response, ...call }: StoredCall): Call => ({
  ...call,
  ...(response !== undefined && {
    response: typeof response === 'string' ? responseNamed(response) : response,
  }),
})

export const resolved = ({ exchange, ...transcript }: StoredTranscript): Transcript => ({
  ...transcript,
  exchange: exchange.map(round => round.map(resolvedCall)),
})

/** A file of transcripts; it holds one or a list of them. */
export interface TranscriptFile {
  readonly name: string
  readonly path: string
  readonly content: StoredTranscript | readonly StoredTranscript[]
}

export const storedFiles: readonly TranscriptFile[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter(name => name.endsWith('.json') && name !== responsesFile)
  .sort()
  .map(name => ({
    name,
    path: pathOf(name),
    content: read(name) as TranscriptFile['content'],
  }))

/** The names of the responses that are shared. */
export const responseNames = Object.keys(responses)
