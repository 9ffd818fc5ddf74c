import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../folder.ts'
import { rewrite } from './rewrite.ts'
import { responseNames, storedFiles, type StoredTranscript } from './stored.ts'
import { difference, updated } from './update.ts'

const stored = storedFiles.flatMap(({ content }) => [content].flat())
const named = (about: string) => {
  const found = stored.find(one => one.about === about)
  if (!found) throw new Error(`no transcript is about: ${about}`)
  return found
}
const shown = named('A deal is shown with its owner, person and organization.')
const failing = named('A failure inside Pipedrive may pass.')

/** With another member in each request, and without what comes of it. */
const outdated = ({ output: _, error: _error, ...transcript }: StoredTranscript) => ({
  ...transcript,
  exchange: transcript.exchange.map(round =>
    round.map(call => ({ ...call, request: { ...Object(call.request), query: { old: true } } })),
  ),
})

test('requests, outputs and errors are made anew, and responses are kept', () => {
  expect(updated(outdated(shown))).toEqual(shown)
  expect(updated(outdated(failing))).toEqual(failing)
})

test('a response goes with its request, also where the order is another', () => {
  const turned = { ...shown, exchange: shown.exchange.map(round => [...round].reverse()) }
  expect(updated(turned)).toEqual(shown)
})

test('a request without a response is named, and nothing is made up', () => {
  const [first = []] = shown.exchange
  expect(() => updated({ ...shown, exchange: [first] })).toThrow(
    'no response to GET /api/v1/users, GET /api/v2/persons/{id}, GET /api/v2/organizations/{id}',
  )
})

test('all transcripts are up to date', async () => {
  const lines: string[] = []
  expect(await rewrite([], line => lines.push(line))).toBe(0)
  expect(lines).toEqual([])
})

test('what differs is shown, and written with --update alone', async () => {
  const path = join(newFolder(), 'getDealDetails.json')
  const content = outdated(shown)
  const file = { name: 'deals/getDealDetails.json', path, content }
  await writeFile(path, 'as before')
  const lines: string[] = []
  const run = (...words: readonly string[]) => rewrite(words, line => lines.push(line), [file])
  expect(await run('getDealDetails')).toBe(1)
  expect(lines[0]).toBe(`${path}: ${shown.about}`)
  expect(lines).toContain('  - exchange.0.0.request.query.old: true')
  expect(lines).toContain(`  + output: ${JSON.stringify(shown.output)}`)
  expect(await readFile(path, 'utf8')).toBe('as before')
  expect(await run('--update', 'getDealDetails')).toBe(0)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(shown)
  expect(await run('getNothing')).toBe(1)
  expect(lines.at(-1)).toContain('is called getNothing')
})

test('a difference names what was there and what is there now', () => {
  expect(difference({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3, 4], c: null })).toEqual([
    '- b.1: 2',
    '+ b.1: 3',
    '+ b.2: 4',
    '+ c: null',
  ])
})

test('every response that has a name is used', () => {
  const used = stored.flatMap(({ exchange }) => exchange.flat().map(({ response }) => response))
  const ofCompletions = ['cachedUsers', 'purged', 'rateLimited', 'recordNotFound']
  const unused = responseNames.filter(name => !used.includes(name))
  expect(unused.filter(name => !ofCompletions.includes(name))).toEqual([])
})
