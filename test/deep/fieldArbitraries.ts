import fc from 'fast-check'
import { isExact } from '../../definitions/index.ts'

/** The longest that Pipedrive keeps of a short text. */
const maxShortText = 255

/** Texts that something that guesses would take for something else. */
const oddTexts = [
  ...['', ' ', '0', '0012', '-1', '1e5', 'null', 'true', 'NaN', '2026-12-31', '09:30', '21,23'],
  ...['Main Street 5', '5 Main Street', '12,5', '+44 20 7946 0001', '[]', '{"a":1}', '🚀', '👩‍👩‍👧'],
  ...['Ä', 'A\u0308', '‮abc', '${x}', '=1+1', '<b>', 'line\nline', 'x'.repeat(maxShortText)],
]
const shortText = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'grapheme', maxLength: 60 }).filter(({ length }) => length <= maxShortText),
)
const longText = fc.oneof(
  fc.constantFrom(...oddTexts, '🦊'.repeat(2_000)),
  fc.string({ unit: 'grapheme', minLength: 256, maxLength: 600 }),
)

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const time = fc
  .integer({ min: 0, max: 86_399 })
  .map(seconds => new Date(seconds * 1_000).toISOString().slice(11, 19))
const range = (end: fc.Arbitrary<string>) => fc.record({ value: end, until: end })

const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map(value => value / 100)
const number = fc.oneof(
  fc.constantFrom(0, 0.1, 123_456_789, 999_999_999.99, Number.MAX_SAFE_INTEGER),
  cents,
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter(value => isExact(value) && !Object.is(value, -0)),
)
const amount = fc.oneof(fc.constantFrom(0, 123_456_789.5, 999_999_999.99), cents)

/** What the account has of each, to choose from. */
export interface Choices {
  readonly labels: readonly string[]
  readonly users: readonly number[]
}

/** A value as it is written and read, for each type of custom field. */
export const arbitraries = ({
  labels,
  users,
}: Choices): Readonly<Record<string, fc.Arbitrary<unknown>>> => ({
  varchar: shortText,
  varchar_auto: shortText,
  phone: shortText,
  text: longText,
  double: number,
  monetary: fc.record({ value: amount, currency: fc.constantFrom('EUR', 'USD', 'GBP') }),
  enum: fc.constantFrom(...labels),
  set: fc.subarray([...labels], { minLength: 1 }),
  user: fc.constantFrom(...users),
  people: fc.integer({ min: 1, max: 20 }),
  org: fc.integer({ min: 1, max: 20 }),
  date: day,
  daterange: range(day),
  time: fc.record({ value: time }),
  timerange: fc.oneof(range(time), fc.constant({ value: '22:00:00', until: '06:00:00' })),
  address: fc.record({ value: shortText.filter(text => text !== '') }),
})
