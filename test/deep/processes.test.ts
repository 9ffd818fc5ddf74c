import { shareRate } from './shareRate.ts'

test.each([
  [2, 300],
  [4, 150],
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
    expect(used).toBeGreaterThan(0.3)
  },
  120_000,
)
