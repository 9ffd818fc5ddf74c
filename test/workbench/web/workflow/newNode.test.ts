import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ComponentManifest } from '../../../../definitions/index.ts'
import { defaultsOf, freeName, newNode } from '../../../../workbench/web/workflow/newNode.ts'
import { paletteOf } from '../../../../workbench/web/workflow/palette.ts'
import { node, workflow } from '../workflows.ts'

const manifest: ComponentManifest = JSON.parse(await readFile('component.json', 'utf8'))
const groups = paletteOf(manifest)
const entry = (operation: string) =>
  groups.flatMap(({ entries }) => entries).find(each => each.operation === operation)!

test('a new node brings the defaults along, also those within objects', () => {
  expect(newNode(manifest, workflow([]), entry('addDeal'))).toEqual({
    name: 'addDeal_1',
    label: 'Add deal',
    type: 'pipedrive/v1/addDeal',
    parameters: { deal: { value: '0', status: 'open' } },
  })
  expect(newNode(manifest, workflow([]), entry('newDeal'))).toMatchObject({
    name: 'trigger_1',
    type: 'pipedrive/v1/newDeal',
    parameters: {},
  })
  expect(newNode(manifest, workflow([]), entry('customAction')).parameters).toEqual({
    method: 'GET',
  })
})

test('a default that is false or empty is one too', () => {
  const property = { type: 'STRING', controlType: 'TEXT' } as const
  expect(
    defaultsOf([
      { ...property, name: 'a', defaultValue: false },
      { ...property, name: 'b', defaultValue: '' },
      { ...property, name: 'c' },
      { type: 'OBJECT', controlType: 'OBJECT_BUILDER', name: 'd', properties: [property] },
    ]),
  ).toEqual({ a: false, b: '' })
})

test('a name takes the first number that no node has', () => {
  const taken = workflow([node('addDeal_1'), node('addDeal_3')], node('addDeal_2'))
  expect(freeName(taken, 'addDeal')).toBe('addDeal_4')
  expect(freeName(taken, 'getDeals')).toBe('getDeals_1')
})
