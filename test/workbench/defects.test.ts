import { readFileSync } from 'node:fs'

interface Defect {
  readonly id: string
  /** How it showed itself. */
  readonly was: string
  /** What would catch it. */
  readonly tests?: readonly { readonly file: string; readonly name: string }[]
  /** What has not been mended. */
  readonly open?: string
}

/** What has once been wrong with the workbench: high, medium and low. */
const defects = JSON.parse(readFileSync('test/workbench/defects.json', 'utf8')) as readonly Defect[]

const numbered = (letter: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)

test('each defect is listed once, with a test or with what is open', () => {
  expect(defects.map(({ id }) => id)).toEqual([
    ...numbered('H', 2),
    ...numbered('M', 15),
    ...numbered('L', 25),
  ])
  for (const { id, was, tests = [], open } of defects) {
    expect({ id, isSaid: was !== '' }).toEqual({ id, isSaid: true })
    expect({ id, isEither: tests.length > 0 !== (open !== undefined) }).toEqual({
      id,
      isEither: true,
    })
  }
})

/** As a test, or as the description of a transcript. */
const namesIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\(\s*'|"about": ")((?:[^'"\\]|\\.)*)['"]/g)].map(
    ([, name = '']) => name,
  )

test.each(defects.flatMap(({ id, tests = [] }) => tests.map(({ file, name }) => [id, file, name])))(
  '%s would be caught by %s: %s',
  (_, file, name) => {
    expect(namesIn(file)).toContain(name)
  },
)
