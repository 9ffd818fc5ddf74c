import { expect, test } from 'vitest'
import { attacks } from './attacks/index.ts'
import { elsewhere } from './elsewhere.ts'
import { guards } from './guards/index.ts'
import { guardTable } from './guardTable.ts'
import { testNames } from './testNames.ts'

test('each finding has a guard, or says why it has none', () => {
  const unguarded = guards.filter(
    ({ tests = [], attacks = [], open }) => tests.length + attacks.length === 0 && !open,
  )
  expect(unguarded).toEqual([])
  expect(new Set(guards.map(({ id }) => id)).size).toBe(guards.length)
})

test('each guard is there', () => {
  const known = new Set([...testNames().keys(), ...attacks.map(({ name }) => name)])
  const named = [
    ...guards.flatMap(({ tests = [], attacks = [] }) => [...tests, ...attacks]),
    ...elsewhere.flatMap(({ tests }) => tests),
  ]
  expect(named.filter(name => !known.has(name))).toEqual([])
  expect(known).not.toContain('a test that there is not')
  expect(known).toContain('each finding has a guard, or says why it has none')
})

test('the table names the file of each guard', () => {
  const table = guardTable()
  for (const { id } of guards) expect(table).toMatch(new RegExp(`^\\| ${id} \\|`, 'm'))
  expect(table).toContain('test/runtime/callback.test.ts')
})
