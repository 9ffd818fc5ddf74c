import { array, boolean, dateTime, integer, object, string } from '../../definitions/index.ts'

/** What each stands for depends on the plan. https://developers.pipedrive.com/docs/api/v1/Deals */
const visibilities = [
  { value: 1, label: 'Owner (and followers, without visibility groups)' },
  { value: 3, label: 'Owner’s visibility group (everyone, without visibility groups)' },
  { value: 5, label: 'Owner’s visibility group and its subgroups' },
  { value: 7, label: 'Entire company' },
] as const

export const visibleTo = integer({ label: 'Visible To', options: visibilities })

/** API v1 has the same numbers as texts. */
export const leadVisibleTo = string({
  label: 'Visible To',
  options: visibilities.map(({ value, label }) => ({ value: String(value), label })),
})

const contact = (label: string, kinds: readonly string[]) =>
  object({
    properties: {
      value: string({ label, required: true, minLength: 1 }),
      primary: boolean({ label: 'Primary' }),
      label: string({ label: 'Type', options: kinds, openOptions: true }),
    },
  })

export const email = array({
  label: 'Email',
  placeholder: 'Add to Email',
  items: contact('Email Address', ['work', 'home', 'other']),
})
export const phone = array({
  label: 'Phone',
  placeholder: 'Add to Phone',
  items: contact('Phone Number', ['work', 'home', 'mobile', 'other']),
})

/** Only where contact sync is set up; Pipedrive refuses it otherwise. */
export const needsContactSync = 'Needs contact sync in Pipedrive.'

export const messenger = array({
  label: 'Messenger',
  description: needsContactSync,
  placeholder: 'Add to Messenger',
  items: contact('Account', ['google', 'aim', 'other']),
})

const part = (label: string) => string({ label })

/** The whole address as one text, or its parts. */
export const address = <const D extends { readonly label: string; readonly description?: string }>(
  details: D,
) =>
  object({
    ...details,
    properties: {
      value: string({ label: 'Full Address' }),
      street_number: part('House Number'),
      route: part('Street'),
      subpremise: part('Apartment or Suite'),
      postal_code: part('Postal Code'),
      locality: part('City'),
      sublocality: part('District'),
      admin_area_level_1: part('State or Region'),
      admin_area_level_2: part('County'),
      country: part('Country'),
    },
  })

/** Only of new records. */
export const addTime = dateTime({
  label: 'Add Time',
  description: 'When the record came to be; now when empty.',
})

export const onlyGiven =
  'Only what is given is changed; the rest stays as it is. Null clears a field that can be empty.'
