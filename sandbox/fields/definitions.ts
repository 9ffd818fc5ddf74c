import type { Random } from '../random.ts'
import type { CustomField, FieldType, Option } from './types.ts'

export interface CustomFields {
  readonly deal: readonly CustomField[]
  readonly person: readonly CustomField[]
  readonly organization: readonly CustomField[]
}

/** Codes differ from company to company, so they come from the seed. */
export const createCustomFields = (random: Random): CustomFields => {
  let lastOption = 100
  const field = (name: string, type: FieldType, labels?: readonly string[]): CustomField => {
    const options = labels?.map((label): Option => ({ id: ++lastOption, label }))
    return { code: random.hex(40), name, type, ...(options && { options }) }
  }
  return {
    deal: [
      field('Reference', 'varchar'),
      field('Competitors', 'varchar_auto'),
      field('Requirements', 'text'),
      field('Discount %', 'double'),
      field('Budget', 'monetary'),
      field('Source', 'enum', ['Trade fair', 'Website', 'Recommendation', 'Other']),
      field('Interests', 'set', ['Hardware', 'Software', 'Services', 'R&D / training']),
      field('Presales', 'user'),
      field('Decision maker', 'people'),
      field('Reseller', 'org'),
      field('Decision date', 'date'),
      field('Rollout', 'daterange'),
      field('Daily call', 'time'),
      field('Support hours', 'timerange'),
      field('Hotline', 'phone'),
      field('Place of delivery', 'address'),
    ],
    person: [
      field('Nickname', 'varchar'),
      field('Language', 'enum', ['Deutsch', 'English', 'Español', 'Français', '日本語']),
      field('Topics', 'set', ['Price', 'Quality', 'Delivery']),
      field('Customer since', 'date'),
    ],
    organization: [
      field('Tax number', 'varchar'),
      field('Segment', 'enum', ['Small', 'Medium', 'Large']),
      field('Turnover', 'monetary'),
      field('Rating', 'double'),
      field('Account manager', 'user'),
    ],
  }
}
