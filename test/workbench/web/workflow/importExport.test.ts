import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  WorkflowParseError,
  readWorkflow,
  toText,
} from '../../../../workbench/web/workflow/importExport.ts'

const refusal = (text: string): WorkflowParseError => {
  try {
    readWorkflow(text)
  } catch (error) {
    if (error instanceof WorkflowParseError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('a file is kept as it is, whatever it holds', async () => {
  const text = await readFile('docs/examples/new-deal.json', 'utf8')
  const file = {
    ...JSON.parse(text),
    maxRetries: 2,
    inputs: [{ name: 'day', type: 'string' }],
    tasks: [
      {
        name: 'condition_1',
        label: 'Only won',
        type: 'condition/v1',
        parameters: { caseTrue: [{ name: 'inner' }] },
        metadata: { ui: { x: 1 } },
        finalize: [],
      },
    ],
  }
  expect(readWorkflow(JSON.stringify(file))).toEqual(file)
  expect(JSON.parse(toText(readWorkflow(JSON.stringify(file))))).toEqual(file)
})

test('only what the editor can’t do without is added', () => {
  expect(readWorkflow('{ "tasks": [{ "name": "a", "type": "b/v1" }] }')).toEqual({
    label: 'Imported workflow',
    triggers: [],
    tasks: [{ name: 'a', type: 'b/v1', label: 'a', parameters: {} }],
  })
})

test('a mistake in the JSON is told with its line', () => {
  const { message, line } = refusal('{\n  "label": "x",\n  tasks: []\n}')
  expect(message).toContain('Not valid JSON')
  expect(line).toBe(3)
  expect(refusal('{\n  "tasks": [\n').line).toBe(2)
})

test('what is no workflow is told with its place', () => {
  expect(refusal('{ "tasks": {} }').message).toBe('tasks must be an array.')
  expect(refusal('{ "tasks": [1] }').message).toBe('tasks[0] must be an object.')
  expect(refusal('{ "tasks": [{ "type": "a" }] }').message).toBe('tasks[0] has no name.')
  expect(refusal('{ "tasks": [{ "name": "a" }] }').message).toBe('tasks[0] has no type.')
  expect(refusal('{ "triggers": [{ "name": "a", "type": "b", "parameters": [] }] }').message).toBe(
    'triggers[0].parameters must be an object.',
  )
})

test('a foreign file is refused by what it seems to be', () => {
  const expected = 'A workflow is a JSON object with “triggers” and “tasks”.'
  const files = {
    '{"name":"My flow","nodes":[],"connections":{}}': 'This looks like an n8n workflow.',
    '{"name":"Make","flow":[],"metadata":{}}': 'This looks like a Make scenario.',
    '[{"id":"1","type":"inject","wires":[]}]': 'This looks like a Node-RED flow.',
    '{"openapi":"3.0.1","paths":{}}': 'This looks like an OpenAPI description.',
    '{"name":"x","dependencies":{}}': 'This looks like a package.json.',
    '{"foo":1,"bar":2}': 'This has only “foo”, “bar”.',
    '{}': 'This is an empty object.',
    '[]': 'This is a list.',
    '42': 'This is only a value: 42',
  }
  for (const [text, told] of Object.entries(files))
    expect(refusal(text).message).toBe(`${told} ${expected}`)
  expect(refusal(' \n').message).toBe('There is nothing in it.')
})

test('a workflow that is still empty is taken', () => {
  const empty = { label: 'New workflow', triggers: [], tasks: [] }
  expect(readWorkflow(toText(empty))).toEqual(empty)
})
