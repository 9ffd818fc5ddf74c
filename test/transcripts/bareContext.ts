import { buildSync } from 'esbuild'
import { createContext, runInContext } from 'node:vm'
import type { Replay, Transcript } from './replay.ts'

const absent = [
  'Promise',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'URL',
  'fetch',
  'process',
  'Buffer',
]

/** The definition in one script, inside an engine that has nothing but the language. */
export const bareContext = () => {
  const context = createContext(Object.create(null))
  runInContext('delete globalThis.Promise', context)
  const { outputFiles } = buildSync({
    entryPoints: ['test/transcripts/replay.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'definition',
    target: 'es2023',
    platform: 'neutral',
  })
  runInContext(outputFiles.map(({ text }) => text).join(''), context)
  const text = (code: string): string => String(runInContext(code, context))
  return {
    present: () => absent.filter(name => text(`typeof ${name}`) !== 'undefined'),
    replay: (transcript: Transcript): Replay => {
      const argument = JSON.stringify(JSON.stringify(transcript))
      return JSON.parse(text(`definition.replayText(${argument})`)) as Replay
    },
  }
}
