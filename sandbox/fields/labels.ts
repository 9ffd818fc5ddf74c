import type { Option } from './types.ts'

/** Labels of a new account; they are options of the field `label`. */
export const labels = {
  deal: [
    { id: 21, label: 'Cold', color: 'blue' },
    { id: 22, label: 'Warm', color: 'yellow' },
    { id: 23, label: 'Hot', color: 'red' },
  ],
  person: [
    { id: 31, label: 'Customer', color: 'green' },
    { id: 32, label: 'Hot lead', color: 'red' },
  ],
  organization: [
    { id: 41, label: 'Customer', color: 'green' },
    { id: 42, label: 'Partner', color: 'purple' },
  ],
} as const satisfies Record<string, readonly Option[]>
