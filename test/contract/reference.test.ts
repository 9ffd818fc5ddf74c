import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { toManifest } from '../../definitions/index.ts'
import { renderReference } from '../../scripts/reference.ts'
import { withoutAdditions } from './additions.ts'

/** A line of the contract that is another in ours. */
interface Erratum {
  readonly line: number
  readonly seed: string
  readonly ours: string
  readonly reason: string
}

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const seed = text('pipedrive-reference.md').split('\n')
const errata: readonly Erratum[] = JSON.parse(text('../../docs/errata.json'))
const ofLine = new Map(errata.map(erratum => [erratum.line, erratum]))
const manifest = toManifest(pipedrive)

test('the reference page is the contract, line by line, but for the errata and additions', () => {
  const page = renderReference(withoutAdditions(manifest, JSON.parse(text('seed-facts.json'))))
  expect(page.split('\n')).toEqual(seed.map((line, at) => ofLine.get(at + 1)?.ours ?? line))
})

test('the errata quote the contract, change something, and give a reason', () => {
  expect(ofLine.size).toBe(errata.length)
  for (const { line, seed: quoted, ours, reason } of errata) {
    expect(seed[line - 1]).toBe(quoted)
    expect(ours).not.toBe(quoted)
    expect(reason).toMatch(/\w.*\.$/)
  }
})
