import type { ActivityType, Currency } from '../lookups.ts'

const money: readonly (readonly [code: string, name: string, symbol: string, decimals: number])[] =
  [
    ['EUR', 'Euro', '€', 2],
    ['USD', 'US Dollar', '$', 2],
    ['GBP', 'British Pound', '£', 2],
    ['SEK', 'Swedish Krona', 'kr', 2],
    ['JPY', 'Japanese Yen', '¥', 0],
    ['BRL', 'Brazilian Real', 'R$', 2],
    ['INR', 'Indian Rupee', '₹', 2],
    ['KWD', 'Kuwaiti Dinar', 'KD', 3],
    ['EEK', 'Estonian Kroon', 'kr', 2],
    ['PTS', 'Loyalty points', 'Pts', 0],
  ]

/** EEK has been switched off, PTS is the account's own. */
export const currencies: readonly Currency[] = money.map(
  ([code, name, symbol, decimal_points], index) => ({
    id: index + 1,
    code,
    name,
    decimal_points,
    symbol,
    active_flag: code !== 'EEK',
    is_custom_flag: code === 'PTS',
  }),
)

const types = [
  ['Call', 'call'],
  ['Meeting', 'meeting'],
  ['Task', 'task'],
  ['Deadline', 'deadline'],
  ['Email', 'email'],
  ['Lunch', 'lunch'],
  ['Fax', 'document'],
] as const

/** Fax is no longer in use, but activities may still be of that type. */
export const activityTypes: readonly ActivityType[] = types.map(([name, icon_key], index) => ({
  id: index + 1,
  name,
  icon_key,
  color: 'FFFFFF',
  order_nr: index + 1,
  key_string: name.toLowerCase(),
  active_flag: name !== 'Fax',
  is_custom_flag: name === 'Fax',
  add_time: '2023-01-09T08:00:00Z',
  update_time: '2023-01-09T08:00:00Z',
}))
