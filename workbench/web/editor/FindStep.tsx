import { useRef, useState } from 'react'
import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { moveFocus } from '../shared/arrowKeys.ts'
import { operationOf, useComponent } from '../shared/component.ts'
import { focusCard } from '../shared/focusCard.ts'
import { OperationIcon } from '../shared/OperationIcon.tsx'
import { nodesOf } from '../workflow/nodes.ts'
import { selectDefinition } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './Palette.module.css'
import { useUiState } from './uiState.ts'

const close = () => useUiState.setState({ dialog: undefined })

const open = (name: string) => {
  close()
  useEditor.getState().select(name)
  focusCard(name)
}

/** Leads to a step by its label, its name or its operation. */
export const FindStep = () => {
  const opened = useUiState(({ dialog }) => dialog === 'find')
  return (
    <Modal opened={opened} onClose={close} title="Find a step">
      <Steps />
    </Modal>
  )
}

const Steps = () => {
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const definition = useEditor(selectDefinition)
  const { data: manifest } = useComponent()
  const words = search.toLowerCase().split(/\s+/)
  const steps = (definition ? nodesOf(definition) : [])
    .map(node => ({ ...node, operation: manifest && operationOf(manifest, node.type) }))
    .filter(({ label, name, type, operation, description = '' }) => {
      const text = [label, name, type, operation?.title, description].join(' ').toLowerCase()
      return words.every(word => text.includes(word))
    })
  return (
    <Stack
      gap="xs"
      ref={list}
      onKeyDown={event =>
        list.current && moveFocus(event, list.current, 'input, [data-palette-item]')
      }
    >
      <TextInput
        data-autofocus
        aria-label="Find a step"
        placeholder="Label, name or operation"
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && steps[0]) open(steps[0].name)
        }}
      />
      <Stack gap={4} mah={360} style={{ overflowY: 'auto' }}>
        {steps.map(({ name, label, operation }) => (
          <UnstyledButton
            key={name}
            className={classes.item}
            data-palette-item
            onClick={() => open(name)}
          >
            {operation && <OperationIcon verb={operation.subject?.verb} size={24} />}
            <span className={classes.title}>{label || name}</span>
            <Text component="span" size="xs" c="dimmed" ff="monospace">
              {name}
            </Text>
          </UnstyledButton>
        ))}
        {steps.length === 0 && (
          <Text size="sm" c="dimmed" role="status">
            No matches
          </Text>
        )}
      </Stack>
    </Stack>
  )
}
