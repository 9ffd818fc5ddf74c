import { expect, test } from 'vitest'
import fc from 'fast-check'
import { basicAuth, timingSafeEqual } from '../../triggers/basicAuth.ts'

const ascii = fc.string({ unit: 'binary-ascii' })

test('the header is what Node would make of the credentials', () => {
  fc.assert(
    fc.property(ascii, ascii, (user, password) => {
      const expected = Buffer.from(`${user}:${password}`, 'latin1').toString('base64')
      expect(basicAuth(user, password)).toBe(`Basic ${expected}`)
    }),
  )
})

test('texts are the same when they are equal, and not otherwise', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(timingSafeEqual(a, a)).toBe(true)
      expect(timingSafeEqual(a, b)).toBe(a === b)
    }),
  )
})

test('a near miss is not the same', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.integer({ min: 1, max: 127 }),
      (a, n, d) => {
        const at = n % a.length
        const changed = String.fromCharCode(a.charCodeAt(at) ^ d)
        expect(timingSafeEqual(a, a.slice(0, at) + changed + a.slice(at + 1))).toBe(false)
        expect(timingSafeEqual(a, a.slice(0, -1))).toBe(false)
        expect(timingSafeEqual(a, `${a}\0`)).toBe(false)
      },
    ),
  )
})
