import { isExpression } from '../../validation/expression.ts'
import { LeafField } from './LeafField.tsx'
import { LiveSelect } from './LiveSelect.tsx'
import { useControl, type FormField } from './useControl.ts'

/** Choices that only the account knows. */
export const LiveChoiceField = (props: FormField) => {
  const control = useControl(props)
  const { value } = control
  const isValue = (typeof value === 'string' && !isExpression(value)) || typeof value === 'number'
  return (
    <LeafField control={control}>
      {input => <LiveSelect control={control} input={input} value={isValue ? value : undefined} />}
    </LeafField>
  )
}
