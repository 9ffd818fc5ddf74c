import { Alert, Button, List } from '@mantine/core'
import type { Mistake } from './fieldProblems.ts'

interface Props {
  readonly mistakes: readonly Mistake[]
  readonly onRemove: (strays: readonly (readonly string[])[]) => void
}

/** Parameters that no field is for, as an imported workflow may have them. */
export const Strays = ({ mistakes, onRemove }: Props) => {
  const strays = mistakes.flatMap(mistake =>
    mistake.stray ? [{ ...mistake, stray: mistake.stray }] : [],
  )
  if (strays.length === 0) return null
  return (
    <Alert color="red" mb="md" title="Some parameters can’t be used">
      <List size="sm" mb="xs">
        {strays.map(({ path, message }) => (
          <List.Item key={path}>{message}</List.Item>
        ))}
      </List>
      <Button
        size="xs"
        variant="default"
        onClick={() => onRemove(strays.map(({ stray }) => stray))}
      >
        Remove
      </Button>
    </Alert>
  )
}
