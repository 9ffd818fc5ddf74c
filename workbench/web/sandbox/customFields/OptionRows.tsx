import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Problem } from '../../../api/index.ts'

/** An option in the form; those without an id are new. */
export interface OptionRow {
  readonly id?: number
  readonly label: string
  /** Tells rows apart, as new ones have no id. */
  readonly row: number
}

interface Props {
  readonly rows: readonly OptionRow[]
  readonly problem: Problem | undefined
  readonly onChange: (rows: readonly OptionRow[]) => void
}

/** The options of a field: each can be renamed or deleted, and new ones added. */
export const OptionRows = ({ rows, problem, onChange }: Props) => (
  <Input.Wrapper
    label="Options"
    labelElement="div"
    description="Records lose the value where their option is deleted; a new name changes nothing."
    error={problem?.path === 'options' && problem.message}
    inputWrapperOrder={['label', 'description', 'error', 'input']}
    required
  >
    <Stack gap={6} mt={6} role="group" aria-label="Options">
      {rows.map((option, index) => (
        <Group key={option.row} gap={4} wrap="nowrap" align="flex-start">
          <TextInput
            flex={1}
            aria-label={`Option ${index + 1}`}
            placeholder="Label"
            value={option.label}
            autoComplete="off"
            error={problem?.path === `options[${index}].label` && problem.message}
            onChange={event => {
              const { value: label } = event.currentTarget
              onChange(rows.map(one => (one === option ? { ...one, label } : one)))
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={4}
            aria-label={`Delete option ${option.label || index + 1}`}
            onClick={() => onChange(rows.filter(one => one !== option))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...rows, newOption(rows)])}
      >
        Add option
      </Button>
    </Stack>
  </Input.Wrapper>
)

export const newOption = (rows: readonly OptionRow[]): OptionRow => ({
  label: '',
  row: Math.max(0, ...rows.map(({ row }) => row)) + 1,
})
