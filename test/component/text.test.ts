import { compareTexts, comparing, fold } from '../../component/text.ts'

/** In the order in which people read them. */
const names = [
  '',
  '7 Seas',
  'Ada',
  'Ährenfeld',
  'Amundsen',
  'apple',
  'Bo',
  'Émile',
  'Erik',
  'Zoë',
  'zz',
]
const shuffled = [...names].reverse()

test.each([
  ['with Intl', compareTexts],
  ['without, as in GraalJS', comparing(undefined)],
])('names are sorted as people read them, %s', (_, compare) => {
  expect([...shuffled].sort(compare)).toEqual(names)
  expect(compare('Ada', 'ADA')).toBe(0)
  expect(compare('Zoe\u0308', 'Zoë')).toBe(0)
  expect(compare('Zoe', 'Zoë')).toBeLessThan(0)
  expect(compare('resume', 'Résumé')).toBeLessThan(0)
})

test('composed and decomposed forms are the same text', () => {
  expect(fold('E\u0301MILE')).toBe(fold('émile'))
})
