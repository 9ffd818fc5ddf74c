import { Button, List } from '@mantine/core'
import { Notice } from '../../shared/Notice.tsx'
import type { FieldError } from '../../validation/fieldErrors.ts'

interface Props {
  readonly errors: readonly FieldError[]
  readonly onRemove: (unknown: readonly (readonly string[])[]) => void
}

/** Parameters that no field is for, as an imported workflow may have them. */
export const UnknownParameters = ({ errors, onRemove }: Props) => {
  const unknown = errors.flatMap(error =>
    error.unknownKey ? [{ ...error, unknownKey: error.unknownKey }] : [],
  )
  if (unknown.length === 0) return null
  return (
    <Notice kind="error" mb="md" title="Unknown parameters">
      <List size="sm" mb="xs">
        {unknown.map(({ path, message }) => (
          <List.Item key={path}>{message}</List.Item>
        ))}
      </List>
      <Button
        size="xs"
        variant="default"
        onClick={() => onRemove(unknown.map(({ unknownKey }) => unknownKey))}
      >
        Remove
      </Button>
    </Notice>
  )
}
