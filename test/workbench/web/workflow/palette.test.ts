import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import type { ComponentManifest } from '../../../../definitions/index.ts'
import { paletteOf, searchPalette } from '../../../../workbench/web/workflow/palette.ts'

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

test('a search finds what holds all of its words', () => {
  const found = (search: string) =>
    searchPalette(groups, search).flatMap(({ entries }) =>
      entries.map(({ operation }) => operation),
    )
  expect(found('SEARCH org')).toEqual(['searchOrganization'])
  expect(found('new person')).toEqual(['newPerson', 'addPerson'])
  expect(found('permanently lead')).toEqual([])
  expect(found('')).toHaveLength(groups.flatMap(({ entries }) => entries).length)
})
