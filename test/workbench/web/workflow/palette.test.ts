import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ComponentManifest } from '../../../../definitions/index.ts'
import { paletteOf } from '../../../../workbench/web/workflow/palette.ts'
import { searchPalette } from '../../../../workbench/web/workflow/searchPalette.ts'

const manifest: ComponentManifest = JSON.parse(await readFile('component.json', 'utf8'))
const groups = paletteOf(manifest)

test('the palette lists every operation once, by what it works on', () => {
  const { triggers, actions, customActionDefinition } = manifest
  const all = [...triggers, ...actions, customActionDefinition].map(({ name }) => name)
  const listed = groups.flatMap(({ entries }) => entries.map(({ operation }) => operation))
  expect(listed.sort()).toEqual(all.sort())
  const titles = groups.map(({ title }) => title)
  expect(titles.slice(0, 5)).toEqual(['Triggers', 'Deals', 'Leads', 'Organizations', 'Persons'])
  expect(titles.at(-1)).toBe('Other')
  const deals = groups.find(group => group.title === 'Deals')?.entries ?? []
  for (const { operation } of deals) expect(operation).toContain('Deal')
})

const found = (search: string) => searchPalette(groups, search).map(({ operation }) => operation)

test('a search finds what matches all of its words, also in other words', () => {
  expect(found('SEARCH org')).toEqual(['searchOrganization'])
  expect(found('create contact').slice(0, 3)).toEqual([
    ...['findOrCreatePerson', 'addPerson', 'newPerson'],
  ])
  expect(found('remove company')).toEqual(['deleteOrganization'])
  expect(found('find deal').slice(0, 2)).toEqual(['findOrCreateDeal', 'searchDeals'])
  expect(found('update')[0]).toMatch(/^update[A-Z]/)
  expect(found('edit deal').slice(0, 2)).toEqual(['updateDeal', 'updatedDeal'])
  expect(found('http')[0]).toBe('customAction')
  expect(found('permanently lead')).toEqual([])
})

test('the operation whose title is typed comes first', () => {
  for (const { title, operation } of groups.flatMap(({ entries }) => entries))
    expect([title, found(title)[0]]).toEqual([title, operation])
})
