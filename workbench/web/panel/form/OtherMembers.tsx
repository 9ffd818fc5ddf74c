import { Stack } from '@mantine/core'
import { isRecord, type PropertyManifest } from '../../../../definitions/index.ts'
import { omitPath } from '../../validation/parameters.ts'
import { keysOfName, nameOfKey } from '../../workflow/nameWarnings.ts'
import { usePanelNodeJson } from '../nodeContext.ts'
import { OtherMember } from './OtherMember.tsx'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  /** Undefined while the account has not said which there are. */
  readonly members: readonly PropertyManifest[] | undefined
}

/** What a file holds that no field is drawn for: set by name, of another account, or deleted since. */
export const OtherMembers = ({ control: { id, value, change, label }, members }: Props) => {
  const node = usePanelNodeJson()
  if (!isRecord(value)) return null
  const others = Object.entries(value).filter(([key]) => !members?.some(({ name }) => name === key))
  if (others.length === 0) return null
  return (
    <Stack gap="sm" mt="sm" role="group" aria-label={`Other values of ${label}`}>
      {others.map(([key, one]) => {
        const keys = keysOfName(node, key)
        const field =
          members?.find(({ name = '' }) => keys.includes(name)) ??
          members?.find(member => isSameName(member.label, key))
        const edit = () =>
          change({ ...Object(omitPath(value, [key])), [field?.name ?? key]: asChosen(field, one) })
        return (
          <OtherMember
            key={key}
            id={`${id}_${key}`}
            name={nameOfKey(node, key) ?? key}
            value={one}
            group={label}
            field={field}
            isKnown={members !== undefined}
            onEdit={edit}
            onRemove={() => change(omitPath(value, [key]))}
          />
        )
      })}
    </Stack>
  )
}

const isSameName = (label: string | undefined, key: string) =>
  label?.normalize('NFC').trim().toLowerCase() === key.normalize('NFC').trim().toLowerCase()

/** Options are given by label in a file, and by id in a form. */
const asChosen = (field: PropertyManifest | undefined, value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(one => asChosen(field, one))
    : (field?.options?.find(({ label }) => label === value)?.value ?? value)
