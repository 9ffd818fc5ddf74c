import { shareRate } from './shareRate.ts'

test.each([
  [2, 160],
  [4, 100],
  [8, 100],
])(
  '%i processes on one connection share the rate of Lite, and no 429 surfaces',
  async (count, each) => {
    const { seconds, shares } = await shareRate(count, each)
    for (const share of shares) {
      expect(share?.statuses).toHaveLength(each)
      expect(share?.statuses.every(status => [200, 404, 410].includes(status))).toBe(true)
    }
    const used = ((count * each) / 80 - 1) / (seconds / 2)
    console.log(
      `${count} × ${each} gets in ${seconds.toFixed(2)} s: ${(used * 100).toFixed(1)} % of the allowed rate, ` +
        `${shares.map(share => share?.refused).join(', ')} times asked to wait`,
    )
    const took = shares.map(share => share?.seconds ?? Infinity)
    console.log(`each took ${took.map(one => one.toFixed(1)).join(', ')} s`)
    const refused = shares.reduce((sum, share) => sum + (share?.refused ?? Infinity), 0)
    // Each process may learn of the others by being refused, but no step ever is.
    expect(refused).toBeLessThanOrEqual(2 * count)
    // None starves; one that starts before the others may be done early.
    const median = [...took].sort((a, b) => a - b)[Math.floor((took.length - 1) / 2)] ?? 0
    expect(Math.max(...took)).toBeLessThanOrEqual(2 * median)
    expect(used).toBeGreaterThan(0.3)
  },
  120_000,
)
