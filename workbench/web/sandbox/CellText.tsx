import { IconCheck } from '@tabler/icons-react'
import type { SandboxField } from '../../api/index.ts'
import { time } from '../shared/format.ts'
import { choicesWith } from './choices.ts'
import type { Cell } from './rows.ts'

const timestamp = /^\d{4}-\d\d-\d\dT/
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

/** A cell as people read it. */
export const CellText = ({ field, value }: { field: SandboxField; value: Cell }) => {
  if (value === null || value === '') return null
  switch (field.type) {
    case 'boolean':
      return value && <IconCheck size={16} role="img" aria-label={field.label} />
    case 'choice':
      return choicesWith(field, value).find(choice => choice.value === value)?.label
    case 'date':
      return date.format(new Date(String(value)))
    case 'number':
      return field.editable ? amount(Number(value)) : String(value)
    case 'text':
      return timestamp.test(String(value)) ? time(Date.parse(String(value))) : String(value)
  }
}

const amount = (value: number): string =>
  value.toLocaleString(undefined, { minimumFractionDigits: Number.isInteger(value) ? 0 : 2 })
