import { Text } from '@mantine/core'
import { isExpression } from '../../validation/expression.ts'
import type { ExpressionMode } from './expressionMode.ts'
import { FieldBox } from './FieldBox.tsx'
import { FieldSwitches } from './FieldSwitches.tsx'
import classes from './fields.module.css'
import { inputProps } from './inputProps.tsx'
import { PreviewText } from './PreviewText.tsx'
import { ReferenceInput } from './ReferenceInput.tsx'
import type { Control } from './useControl.ts'

/** A reference in place of a fixed value, for any kind of field. */
export const ReferenceField = ({ control, mode }: { control: Control; mode: ExpressionMode }) => {
  const { isRow, value } = control
  const text = typeof value === 'string' && !mode.isPending ? value : ''
  return (
    <FieldBox control={control} hasRowSwitch={isRow} onInsert={mode.enter}>
      <FieldSwitches control={control} mode={mode} />
      <ReferenceInput
        {...inputProps(control)}
        classNames={{ input: classes.expression }}
        placeholder="${step.body.data[0].id}"
        value={text}
        onChange={event => mode.enter(event.currentTarget.value)}
        autoFocus={mode.wasSwitched}
      />
      {mode.isPending && (
        <Text size="xs" c="dimmed" mt={4}>
          The fixed value is kept until you enter a reference.
        </Text>
      )}
      {isExpression(text) && <PreviewText control={control} text={text} />}
    </FieldBox>
  )
}
