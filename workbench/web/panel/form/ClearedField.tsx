import { Button, Group, Input, Text } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { Help } from '../Help.tsx'
import { usePanelNode } from '../nodeContext.ts'
import { clearingWords } from './clearingWords.ts'
import { FieldBox } from './FieldBox.tsx'
import classes from './fields.module.css'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  readonly onKeep: () => void
}

/** Says that a step wants the field empty, and takes that back. */
export const ClearedField = ({ control, onKeep }: Props) => {
  const { id, label, property, change, errors } = control
  const words = clearingWords(usePanelNode().operation)
  return (
    <FieldBox control={control} hasRowSwitch={false} onInsert={change}>
      <Input.Wrapper
        label={label}
        labelElement="div"
        description={property.description && <Help>{property.description}</Help>}
        error={errors.length > 0 && errors.join('. ')}
      >
        <Group gap={8} wrap="nowrap" className={classes.cleared ?? ''}>
          <IconEraser size={16} aria-hidden />
          <Text size="sm" id={`${id}-cleared`} flex={1}>
            {words.state}
          </Text>
          <Button
            id={id}
            data-keep
            size="compact-xs"
            variant="default"
            aria-label={words.undo(label)}
            aria-describedby={`${id}-cleared`}
            onClick={onKeep}
          >
            Undo
          </Button>
        </Group>
      </Input.Wrapper>
    </FieldBox>
  )
}
