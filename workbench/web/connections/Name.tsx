import { useState, type SubmitEvent } from 'react'
import { Button, Group, TextInput, Title } from '@mantine/core'
import type { ConnectionView } from '../../api/index.ts'
import { sentence } from '../shared/format.ts'
import { problemOf } from '../shared/nextStep.ts'
import { useRename } from './changes.ts'

interface Props {
  readonly connection: ConnectionView
  readonly editing: boolean
  readonly onDone: () => void
}

/** The name of a connection, or the field to change it. */
export const Name = ({ connection, editing, onDone }: Props) =>
  editing ? (
    <NameField connection={connection} onDone={onDone} />
  ) : (
    <Title order={2} size="h3">
      {connection.name}
    </Title>
  )

const NameField = ({ connection, onDone }: Omit<Props, 'editing'>) => {
  const [name, setName] = useState(connection.name)
  const rename = useRename(connection)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() === connection.name) onDone()
    else rename.mutate(name.trim(), { onSuccess: onDone })
  }
  return (
    <form onSubmit={submit} onKeyDown={event => event.key === 'Escape' && onDone()}>
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label="Name of the connection"
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          error={rename.error && sentence(problemOf(rename.error).message)}
          required
          autoFocus
          onFocus={event => event.currentTarget.select()}
          size="sm"
        />
        <Button type="submit" loading={rename.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
