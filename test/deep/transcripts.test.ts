import { readFileSync } from 'node:fs'
import { tokenCost } from '../../component/tokenCosts.ts'
import type { HttpRequest } from '../../definitions/index.ts'
import { createChecker, type Exchange } from '../contract/openapi/checker.ts'
import { specFolder } from '../contract/openapi/folder.ts'
import { files, transcripts } from '../transcripts/files.ts'
import { responseOf, type Call } from '../transcripts/replay.ts'
import { textOf } from '../transcripts/rewrite.ts'
import { storedFiles } from '../transcripts/stored.ts'

/** A call of a transcript as it would be on the wire: ids in the path, the query as text. */
const exchangeOf = (call: Call): Exchange => {
  const { method, path, params = {}, query = {}, body } = call.request as HttpRequest
  const { status, body: responseBody } = responseOf(call)
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  return {
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    query: Object.fromEntries(given.map(([name, value]) => [name, [value].flat().join(',')])),
    body,
    status,
    responseBody,
  }
}

const checkAll = (folder: string) => {
  const { check, prices } = createChecker(folder)

  test.each(files)('%s is as the files have it, or says why not', (_file, ones) => {
    for (const { about, exchange } of ones)
      for (const call of exchange.flat()) {
        if (call.noAnswer !== undefined) continue
        const problems = check(exchangeOf(call)).map(({ problem }) => problem)
        if (call.offSpec === undefined) expect([about, ...problems]).toEqual([about])
        // A reason that is needed no longer goes away.
        else expect([about, call.offSpec, problems.length > 0]).toEqual([about, call.offSpec, true])
      }
  })

  const calls = transcripts
    .filter(({ operation }) => operation !== 'customAction')
    .flatMap(({ exchange }) => exchange.flat())
    .map(({ request }) => request as HttpRequest)
  const endpoints = new Map(calls.map(call => [`${call.method} ${call.path}`, call]))

  test.each([...endpoints])('%s costs what the files say', (name, request) => {
    expect(tokenCost(request)).toBe(prices.get(name))
  })
}

test.each(storedFiles)('$name is formatted as it would be written', async file => {
  expect(await textOf(file)).toBe(readFileSync(file.path, 'utf8'))
})

const folder = specFolder()
if (folder !== undefined) describe('a transcript', () => checkAll(folder))
else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
