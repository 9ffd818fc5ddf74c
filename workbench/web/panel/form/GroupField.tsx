import { Box, Stack } from '@mantine/core'
import type { ObjectFieldTemplateProps } from '@rjsf/utils'
import { useExpressionMode } from './expressionMode.ts'
import { FieldSwitches } from './FieldSwitches.tsx'
import classes from './fields.module.css'
import { ReferenceField } from './ReferenceField.tsx'
import { Section } from './Section.tsx'
import { useControl, type FormField } from './useControl.ts'

/** An object whose members the manifest lists. */
export const GroupField = (props: FormField) => {
  const control = useControl(props)
  const mode = useExpressionMode(control)
  const { ObjectField } = props.registry.fields
  if (mode.isOn) return <ReferenceField control={control} mode={mode} />
  if (!ObjectField) return null
  return (
    <Section control={control} switches={<FieldSwitches control={control} mode={mode} />}>
      <Box className={control.isRow || isPair(props) ? undefined : classes.group}>
        <ObjectField {...props} />
      </Box>
    </Section>
  )
}

export const ObjectTemplate = ({ properties, uiSchema }: ObjectFieldTemplateProps<unknown>) =>
  isPair({ uiSchema }) ? (
    <div className={classes.pair}>{properties.map(({ content }) => content)}</div>
  ) : (
    <Stack gap="md">{properties.map(({ content }) => content)}</Stack>
  )

const isPair = ({ uiSchema }: { readonly uiSchema?: FormField['uiSchema'] | undefined }) =>
  uiSchema?.['ui:layout'] === 'pair'
