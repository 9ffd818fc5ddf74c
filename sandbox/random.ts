export interface Random {
  /** 0 ≤ n < below */
  int(below: number): number
  pick<T>(list: readonly T[]): T
  hex(length: number): string
  uuid(): string
  /** Another one that starts with it goes on in the same way. */
  state(): number
}

/** Kept, as a look at a global costs more than the rest where the sandbox runs in a VM context. */
const { imul, floor } = Math

/** Mulberry32: small, fast, and the same on every machine. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const int = (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)
    return floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  const hex = (length: number) => {
    let text = ''
    while (text.length < length)
      text += int(2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, length)
  }
  return {
    int,
    hex,
    state: () => state,
    pick: list => {
      const picked = list[int(list.length)]
      if (picked === undefined) throw new RangeError('Nothing to pick from')
      return picked
    },
    uuid: () => {
      const digits = hex(32)
      const variant = 'abcd'[int(4)] ?? 'a'
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant}${digits.slice(17, 20)}`,
        digits.slice(20),
      ].join('-')
    },
  }
}
