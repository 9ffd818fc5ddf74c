import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import type { ComponentManifest } from '../../../../definitions/index.ts'
import { paletteOf, searchPalette } from '../../../../workbench/web/workflow/palette.ts'

const manifest: ComponentManifest = JSON.parse(await readFile('component.json', 'utf8'))
const groups = paletteOf(manifest)

test('the palette entries every operation once, by what it works on', () => {
  expect(groups.map(({ title, entries }) => `${title} ${entries.length}`)).toEqual([
    'Triggers 7',
    'Deals 5',
    'Leads 5',
    'Organizations 5',
    'Persons 5',
    'Other 1',
  ])
})

test('a search finds what holds all of its words', () => {
  const found = (search: string) =>
    searchPalette(groups, search).flatMap(({ entries }) =>
      entries.map(({ operation }) => operation),
    )
  expect(found('SEARCH org')).toEqual(['searchOrganization'])
  expect(found('new person')).toEqual(['newPerson', 'addPerson'])
  expect(found('permanently lead')).toEqual([])
  expect(found('')).toHaveLength(28)
})
