import { expect, test } from 'vitest'
import { fromClipboard, toClipboard } from '../../../../workbench/web/workflow/clipboard.ts'
import { toText } from '../../../../workbench/web/workflow/importExport.ts'
import { besideOthers } from '../../../../workbench/web/workflow/uniqueNames.ts'
import { node, workflow } from '../workflows.ts'

test('steps come back from the clipboard, also those of a whole workflow', () => {
  const nodes = [node('a', { id: 1 }), node('b')]
  expect(fromClipboard(toClipboard(nodes))).toEqual(nodes)
  expect(fromClipboard(toText(workflow(nodes, node('t'))))).toEqual(nodes)
})

test('other text is left alone', () => {
  for (const text of ['', 'Hello', '42', '{}', '{"tasks":[]}', '{"tasks":[{"name":1}]}'])
    expect(fromClipboard(text)).toBeUndefined()
})

test('pasted steps get names that are free, and refer to each other', () => {
  const present = workflow([node('a'), node('a_2')], node('trigger_1'))
  const pasted = [node('a'), node('b', { id: '${a.id}', of: '${trigger_1.id}' })]
  expect(besideOthers(pasted, present)).toEqual([
    { ...node('a'), name: 'a_3' },
    node('b', { id: '${a_3.id}', of: '${trigger_1.id}' }),
  ])
})
