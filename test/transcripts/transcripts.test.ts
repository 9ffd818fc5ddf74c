import { describe, expect, test } from 'vitest'
import { drive } from '../../engine/index.ts'
import { bareContext } from './bareContext.ts'
import { files } from './files.ts'
import {
  answers,
  failure,
  recorded,
  replaySync,
  shown,
  type Replay,
  type Transcript,
} from './replay.ts'

const replayAsync = async (transcript: Transcript): Promise<Replay> => {
  const { requests, exchange } = recorded(transcript)
  const answer = answers(transcript)
  try {
    const output = await drive(exchange, async request => answer(request))
    return shown({ output, requests })
  } catch (error) {
    return shown({ error: failure(error), requests })
  }
}

const expected = ({ exchange, output, error }: Transcript): Replay =>
  shown({ output, error, requests: exchange.map(round => round.map(({ request }) => request)) })

const bare = bareContext()

test('the bare context has neither promises nor timers nor a network', () => {
  expect(bare.present()).toEqual([])
})

describe.each(files)('%s', (_file, transcripts) => {
  test.each(transcripts.map(transcript => [transcript.about, transcript] as const))(
    '%s',
    async (_about, transcript) => {
      expect(replaySync(transcript)).toEqual(expected(transcript))
      expect(await replayAsync(transcript)).toEqual(expected(transcript))
      expect(bare.replay(transcript)).toEqual(expected(transcript))
    },
  )
})
