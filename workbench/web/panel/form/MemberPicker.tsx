import { Select } from '@mantine/core'
import { isRecord, type PropertyManifest } from '../../../../definitions/index.ts'
import { emptyOf, isWanted, maxDrawn } from '../../validation/dynamicProperties.ts'
import type { Control } from './useControl.ts'

const maxChoices = 50

/** Where an account has too many fields for one form: a way to the one that is wanted. */
export const MemberPicker = ({
  control: { property, value, change, label },
}: {
  control: Control
}) => {
  const { properties = [] } = property
  if (properties.length <= maxDrawn) return null
  const hidden = properties.filter(member => !isWanted(member, value))
  const add = (name: string | null) => {
    const chosen = properties.find(member => member.name === name)
    if (!chosen || name === null) return
    change({ ...(isRecord(value) && value), [name]: emptyOf(chosen) })
  }
  return (
    <Select
      mt="md"
      aria-label={`Add one of ${label}`}
      placeholder={`Add one of ${hidden.length} more fields`}
      data={hidden.map(toItem)}
      value={null}
      onChange={add}
      searchable
      limit={maxChoices}
      nothingFoundMessage="No field of that name"
      comboboxProps={{ shadow: 'md' }}
    />
  )
}

const toItem = ({ name = '', label = name }: PropertyManifest) => ({ value: name, label })
