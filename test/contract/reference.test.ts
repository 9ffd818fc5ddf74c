import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { pipedrive } from '../../component/index.ts'
import { toManifest } from '../../definitions/index.ts'
import { renderReference } from '../../scripts/reference.ts'

interface Erratum {
  readonly line: number
  /** Null where the line is an addition that follows line `line`. */
  readonly seed: string | null
  readonly ours: string
  readonly reason: string
}

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const seed = text('pipedrive-reference.md').split('\n')
const errata: readonly Erratum[] = JSON.parse(text('../../docs/errata.json'))

/** The contract with the errata applied. */
const corrected = () =>
  seed.flatMap((line, index) => {
    const here = errata.filter(erratum => erratum.line === index + 1)
    const replaced = here.find(erratum => erratum.seed !== null)
    const added = here.filter(erratum => erratum.seed === null).map(({ ours }) => ours)
    return [replaced ? replaced.ours : line, ...added]
  })

test('the reference page is the contract, line by line, but for the errata', () => {
  expect(renderReference(toManifest(pipedrive)).split('\n')).toEqual(corrected())
})

test('the errata quote the contract, change something, and give a reason', () => {
  expect(errata.length).toBeLessThan(40)
  for (const { line, seed: quoted, ours, reason } of errata) {
    if (quoted !== null) expect(seed[line - 1]).toBe(quoted)
    expect(ours).not.toBe(quoted)
    expect(reason).toMatch(/\w.*\.$/)
  }
})
