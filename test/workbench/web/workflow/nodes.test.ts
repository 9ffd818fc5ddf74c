import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  insertTask,
  moveTask,
  nameProblem,
  nodesBefore,
  removeNode,
  renameNode,
  setTrigger,
} from '../../../../workbench/web/workflow/nodes.ts'
import { namesIn, node, workflow } from '../workflows.ts'

const abc = workflow([node('a'), node('b'), node('c')], node('trigger_1'))

test('before a node run the trigger and the tasks above it', () => {
  expect(nodesBefore(abc, 'c').map(({ name }) => name)).toEqual(['trigger_1', 'a', 'b'])
  expect(nodesBefore(abc, 'trigger_1')).toEqual([])
  expect(nodesBefore(abc, 'unknown')).toEqual([])
})

test('a task goes where it is put, and the others move down', () => {
  expect(namesIn(insertTask(abc, node('x'), 0))).toBe('x,a,b,c')
  expect(namesIn(insertTask(abc, node('x'), 2))).toBe('a,b,x,c')
  expect(namesIn(insertTask(abc, node('x'), 3))).toBe('a,b,c,x')
})

test('a task moves to a gap, counted as the gaps are before it moves', () => {
  expect(namesIn(moveTask(abc, 'a', 2))).toBe('b,a,c')
  expect(namesIn(moveTask(abc, 'a', 3))).toBe('b,c,a')
  expect(namesIn(moveTask(abc, 'c', 0))).toBe('c,a,b')
  expect(moveTask(abc, 'b', 1)).toBe(abc)
  expect(moveTask(abc, 'b', 2)).toBe(abc)
  expect(moveTask(abc, 'trigger_1', 2)).toBe(abc)
})

test('wherever a task moves, the others keep their order and none is lost', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const tasks = workflow(names.map(name => node(name)))
  const place = { name: fc.constantFrom(...names), gap: fc.integer({ min: 0, max: 5 }) }
  fc.assert(
    fc.property(fc.record(place), ({ name, gap }) => {
      const moved = namesIn(moveTask(tasks, name, gap)).split(',')
      expect(moved.toSorted()).toEqual(names)
      expect(moved.filter(each => each !== name)).toEqual(names.filter(each => each !== name))
      const before = names.slice(0, gap).filter(each => each !== name)
      expect(moved.indexOf(name)).toBe(before.length)
    }),
    { seed: 20260801 },
  )
})

test('there is one trigger at most, and both kinds of nodes can be removed', () => {
  const replaced = setTrigger(abc, node('trigger_2'))
  expect(replaced.triggers.map(({ name }) => name)).toEqual(['trigger_2'])
  expect(removeNode(replaced, 'trigger_2').triggers).toEqual([])
  expect(namesIn(removeNode(abc, 'b'))).toBe('a,c')
})

test('references follow a node that is renamed, wherever they stand', () => {
  const parameters = {
    deal: { title: 'Hi ${a.body.name} of ${ab.body.name}', value: '${a}' },
    labels: ["${a['with } brace'][0]}", '$${a.body}', '${b.a}'],
    formula: '=${a.value} * 2',
    branch: [{ name: 'inner', parameters: { id: '${a.body.id}' } }],
  }
  const before = {
    ...workflow([node('a'), node('b', parameters)]),
    outputs: [{ name: 'id', value: '${a.body.id}' }],
  }
  const { tasks, outputs } = renameNode(before, 'a', 'person')
  expect(tasks.map(({ name }) => name)).toEqual(['person', 'b'])
  expect(tasks[1]?.parameters).toEqual({
    deal: { title: 'Hi ${person.body.name} of ${ab.body.name}', value: '${person}' },
    labels: ["${person['with } brace'][0]}", '$${a.body}', '${b.a}'],
    formula: '=${person.value} * 2',
    branch: [{ name: 'inner', parameters: { id: '${person.body.id}' } }],
  })
  expect(outputs).toEqual([{ name: 'id', value: '${person.body.id}' }])
})

test('a name says what is wrong with it', () => {
  expect(nameProblem(abc, 'a', 'a')).toBeUndefined()
  expect(nameProblem(abc, 'a', 'person_1')).toBeUndefined()
  expect(nameProblem(abc, 'a', 'b')).toBe('Another step is named b.')
  expect(nameProblem(abc, 'a', 'trigger_1')).toBe('Another step is named trigger_1.')
  expect(nameProblem(abc, 'a', '1st')).toContain('start with a digit')
  expect(nameProblem(abc, 'a', '')).toContain('letters')
})
