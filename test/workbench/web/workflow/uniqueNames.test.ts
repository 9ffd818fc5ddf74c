import { expect, test } from 'vitest'
import { withUniqueNames } from '../../../../workbench/web/workflow/uniqueNames.ts'
import { namesIn, node, workflow } from '../workflows.ts'

test('the second node of a name gets one of its own, which no other node has', () => {
  const tasks = [node('a'), node('a'), node('a_2'), node('a')]
  const { workflow: unique, renamed } = withUniqueNames(workflow(tasks))
  expect(namesIn(unique)).toBe('a,a_3,a_2,a_4')
  expect(renamed).toEqual([
    { from: 'a', to: 'a_3' },
    { from: 'a', to: 'a_4' },
  ])
})

test('a reference means the last node of its name that runs before', () => {
  const reading = (name: string) => ({ ...node(name), parameters: { id: '${a.id}', x: ['${b}'] } })
  const tasks = [reading('first'), node('a'), reading('second'), reading('a'), reading('third')]
  const { workflow: unique } = withUniqueNames({
    ...workflow(tasks, node('a')),
    outputs: [{ name: 'out', value: '${a}' }],
  })
  expect(unique.tasks.map(({ name, parameters }) => [name, parameters['id']])).toEqual([
    ['first', '${a.id}'],
    ['a_2', undefined],
    ['second', '${a_2.id}'],
    ['a_3', '${a_2.id}'],
    ['third', '${a_3.id}'],
  ])
  expect(unique.outputs).toEqual([{ name: 'out', value: '${a_3}' }])
})

test('a workflow without doubled names stays the same', () => {
  const abc = workflow([node('a'), node('b')], node('t'))
  expect(withUniqueNames(abc)).toEqual({ workflow: abc, renamed: [] })
  expect(withUniqueNames(abc).workflow).toBe(abc)
})
