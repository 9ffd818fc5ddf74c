import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openRowOutput } from '../../cli/rowOutput.ts'

/** Keeps what is written to it, and takes the next piece once it is told to. */
const slowReader = () => {
  const pieces: string[] = []
  let take = () => {}
  const stream = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write(piece: string, _encoding, done) {
      pieces.push(piece)
      take = done
    },
  })
  return { stream, pieces, take: () => take() }
}

test('rows that are there at once are written at once, and none is lost', async () => {
  const { stream, pieces } = slowReader()
  const output = openRowOutput(stream)
  for (let row = 0; row < 500; row++) await output.write(`${row}\n`)
  expect(pieces).toEqual([])
  void output.flush()
  expect(pieces).toEqual([Array.from({ length: 500 }, (_, row) => `${row}\n`).join('')])
})

test('a row is written as soon as the program waits for the next', async () => {
  const { stream, pieces } = slowReader()
  await openRowOutput(stream).write('first\n')
  await setImmediate()
  expect(pieces).toEqual(['first\n'])
})

test('a slow reader is waited for, so that no rows pile up', async () => {
  const { stream, pieces, take } = slowReader()
  const output = openRowOutput(stream)
  let written = 0
  const all = (async () => {
    for (; written < 100; written++) await output.write('x'.repeat(10_000))
    await output.flush()
  })()
  for (let turn = 0; turn < 20; turn++) await setImmediate()
  expect(written).toBeLessThan(10)
  while (written < 100) {
    take()
    await setImmediate()
  }
  take()
  await all
  expect(pieces.join('')).toHaveLength(1_000_000)
})

test('it is waited for also where rows come one at a time', async () => {
  const { stream } = slowReader()
  const output = openRowOutput(stream)
  let written = 0
  const row = async () => {
    await output.write('x'.repeat(1_000))
    written++
    await setImmediate()
  }
  void row().then(row).then(row).then(row)
  for (let turn = 0; turn < 20; turn++) await setImmediate()
  expect(written).toBeLessThan(3)
})
