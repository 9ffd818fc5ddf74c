import { expect, test } from 'vitest'
import { wholeSeconds } from '../../component/bodies.ts'
import { hasFormat } from '../../engine/validate/formats.ts'
import { openBench, pick } from '../runtime/support.ts'

test.each([
  ['2026-12-31T10:00:00Z', '2026-12-31T10:00:00Z'],
  ['2026-12-31t10:00:00z', '2026-12-31T10:00:00Z'],
  ['2026-12-31 10:00:00Z', '2026-12-31T10:00:00Z'],
  ['2026-12-31T10:00:00.123456789Z', '2026-12-31T10:00:00Z'],
  ['2026-12-31T10:00:00+02:00', '2026-12-31T08:00:00Z'],
  ['2026-12-31T10:00:00+0230', '2026-12-31T07:30:00Z'],
  ['2026-12-31T10:00:00-02', '2026-12-31T12:00:00Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
])('%s, which an input may have, is sent as %s', (given, sent) => {
  expect(hasFormat('date-time', given)).toBe(true)
  expect(wholeSeconds(given)).toBe(sent)
})

test('archived leads are narrowed by a time whose zone is given in hours', async () => {
  const bench = await openBench({ scale: 60 })
  const since = async (updated_since?: string) => {
    const rows = await bench.rows('getLeads', {
      archived_status: 'archived',
      ...(updated_since !== undefined && { updated_since }),
    })
    return rows.map(row => pick(row, 'id'))
  }
  const all = await since()
  expect(all.length).toBeGreaterThan(0)
  expect(await since('2000-01-01T00:00:00+02')).toEqual(all)
  await bench.close()
})
