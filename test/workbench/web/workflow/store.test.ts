import { beforeEach, expect, vi, test } from 'vitest'
import type { WorkflowView } from '../../../../workbench/api/index.ts'
import { insertTask, removeNode } from '../../../../workbench/web/workflow/nodes.ts'
import { draftOf, isUnsaved, useEditor } from '../../../../workbench/web/workflow/store.ts'
import { namesIn, node, workflow } from '../workflows.ts'

const view = (change: Partial<WorkflowView> = {}): WorkflowView => ({
  id: 'w',
  label: 'Test',
  steps: [],
  updatedAt: 0,
  on: false,
  version: 1,
  definition: workflow([node('a'), node('b')]),
  connectionId: null,
  activeConnectionId: null,
  samples: {},
  problems: [],
  warnings: [],
  ...change,
})
const editor = () => useEditor.getState()
const names = () => namesIn(editor().workflow!.definition)
const parametersOf = (name: string) =>
  editor().workflow!.definition.tasks.find(task => task.name === name)?.parameters

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  editor().open(undefined)
  editor().open(view())
})

test('edits are undone and redone one by one', () => {
  editor().edit(before => insertTask(before, node('c'), 2))
  editor().edit(before => removeNode(before, 'a'))
  editor().setConnection('sandbox')
  expect([names(), editor().workflow?.connectionId]).toEqual(['b,c', 'sandbox'])
  editor().undo()
  expect([names(), editor().workflow?.connectionId]).toEqual(['b,c', null])
  editor().undo()
  editor().undo()
  editor().undo()
  expect(names()).toBe('a,b')
  editor().redo()
  editor().redo()
  expect(names()).toBe('b,c')
})

test('an edit after an undo is the new future', () => {
  editor().edit(before => removeNode(before, 'a'))
  editor().undo()
  editor().edit(before => removeNode(before, 'b'))
  editor().redo()
  expect(names()).toBe('a')
})

test('typing into one field is one step until there is a pause', () => {
  for (const text of ['H', 'He', 'Hey']) {
    editor().changeNode('a', { parameters: { text } })
    vi.advanceTimersByTime(300)
  }
  vi.advanceTimersByTime(2_000)
  editor().changeNode('a', { parameters: { text: 'Hey you' } })
  editor().undo()
  expect(parametersOf('a')).toEqual({ text: 'Hey' })
  editor().undo()
  expect(parametersOf('a')).toEqual({})
})

test('fields of one node are undone one by one, however fast they were filled in', () => {
  editor().changeNode('a', { parameters: { title: 'A' } })
  editor().changeNode('a', { parameters: { title: 'A', stage: 1 } })
  editor().changeNode('a', { parameters: { title: 'A', stage: 1, rows: ['x', 'y'] } })
  editor().changeNode('a', { parameters: { title: 'A', stage: 1, rows: ['y'] } })
  editor().undo()
  expect(parametersOf('a')).toEqual({ title: 'A', stage: 1, rows: ['x', 'y'] })
  editor().undo()
  editor().undo()
  expect(parametersOf('a')).toEqual({ title: 'A' })
})

test('typing into two nodes is two steps', () => {
  editor().changeNode('a', { parameters: { text: 'A' } })
  editor().changeNode('b', { parameters: { text: 'B' } })
  editor().undo()
  expect([parametersOf('a'), parametersOf('b')]).toEqual([{ text: 'A' }, {}])
})

test('what changes nothing is no edit', () => {
  editor().edit(before => before)
  expect(editor().history.past).toEqual([])
  expect(isUnsaved(editor())).toBe(false)
})

test('the panel closes when an undo takes its node away', () => {
  editor().edit(before => insertTask(before, node('c'), 2))
  editor().select('c')
  editor().undo()
  expect(editor().selected).toBeUndefined()
})

test('what is edited while the server saves stays, and is still to be saved', () => {
  editor().edit(before => removeNode(before, 'a'))
  const sent = draftOf(editor().workflow!)
  editor().edit(before => insertTask(before, node('c'), 1))
  editor().accept(view({ ...sent, version: 2 }), sent)
  expect([names(), editor().workflow?.version, isUnsaved(editor())]).toEqual(['b,c', 2, true])
  const rest = draftOf(editor().workflow!)
  editor().accept(view({ ...rest, version: 3 }), rest)
  expect(isUnsaved(editor())).toBe(false)
})

test('an answer about another workflow is not taken for this one', () => {
  const sent = draftOf(editor().workflow!)
  editor().accept(view({ id: 'other', version: 9 }), sent)
  expect(editor().workflow?.version).toBe(1)
})

test('problems stay with their nodes, by name, until the server says otherwise', () => {
  const problems = [
    { path: 'tasks[1].parameters.deal.id', problem: 'there is no x' },
    { path: 'tasks[1]', problem: 'the type is not known' },
    { path: 'inputs', problem: 'inputs are not supported' },
  ]
  editor().accept(view({ problems }), draftOf(editor().workflow!))
  editor().edit(before => removeNode(before, 'a'))
  expect(editor().problems.ofNode.get('b')).toEqual([
    { path: 'deal.id', problem: 'there is no x' },
    { path: '', problem: 'the type is not known' },
  ])
  expect(editor().problems.others).toEqual([
    { path: 'inputs', problem: 'inputs are not supported' },
  ])
})
