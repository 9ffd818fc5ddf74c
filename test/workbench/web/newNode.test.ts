import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { defaultsOf, freeName, newNode } from '../../../workbench/web/editor/newNode.ts'
import { matching, offersOf } from '../../../workbench/web/editor/offers.ts'
import { node, workflow } from './workflows.ts'

const manifest: ComponentManifest = JSON.parse(await readFile('component.json', 'utf8'))
const groups = offersOf(manifest)
const offer = (operation: string) =>
  groups.flatMap(({ offers }) => offers).find(each => each.operation === operation)!

test('the palette offers every operation once, by what it works on', () => {
  const { triggers, actions, customActionDefinition } = manifest
  const all = [...triggers, ...actions, customActionDefinition].map(({ name }) => name)
  const offered = groups.flatMap(({ offers }) => offers.map(({ operation }) => operation))
  expect(offered.sort()).toEqual(all.sort())
  const titles = groups.map(({ title }) => title)
  expect(titles.slice(0, 5)).toEqual(['Triggers', 'Deals', 'Leads', 'Organizations', 'Persons'])
  expect(titles.at(-1)).toBe('Other')
  const works = (title: string) => groups.find(group => group.title === title)?.offers ?? []
  for (const { operation } of works('Deals')) expect(operation).toContain('Deal')
})

test('a search finds what holds all of its words', () => {
  const found = (search: string) =>
    matching(groups, search).flatMap(({ offers }) => offers.map(({ operation }) => operation))
  expect(found('SEARCH org')).toEqual(['searchOrganization'])
  expect(found('new person')).toEqual(['newPerson', 'addPerson'])
  expect(found('permanently lead')).toEqual([])
  expect(found('')).toHaveLength(groups.flatMap(({ offers }) => offers).length)
})

test('a new node brings the defaults along, also those within objects', () => {
  expect(newNode(manifest, workflow([]), offer('addDeal'))).toEqual({
    name: 'addDeal_1',
    label: 'Add deal',
    type: 'pipedrive/v1/addDeal',
    parameters: { deal: { value: '0', status: 'open' } },
  })
  expect(newNode(manifest, workflow([]), offer('newDeal'))).toMatchObject({
    name: 'trigger_1',
    type: 'pipedrive/v1/newDeal',
    parameters: {},
  })
  expect(newNode(manifest, workflow([]), offer('customAction')).parameters).toEqual({
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
