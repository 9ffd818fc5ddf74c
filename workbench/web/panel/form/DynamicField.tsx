import { ActionIcon, Box, Loader, Group, Text, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { isRecord } from '../../../../definitions/index.ts'
import { ErrorNotice } from '../../shared/ErrorNotice.tsx'
import { problemOf } from '../../shared/nextStep.ts'
import { useMembers } from '../../validation/useMembers.ts'
import { usePanelNode } from '../nodeContext.ts'
import { useExpressionMode } from './expressionMode.ts'
import { FieldSwitches } from './FieldSwitches.tsx'
import classes from './fields.module.css'
import { MemberPicker } from './MemberPicker.tsx'
import { OtherMembers } from './OtherMembers.tsx'
import { ReferenceField } from './ReferenceField.tsx'
import { Section } from './Section.tsx'
import { useControl, type FormField } from './useControl.ts'

/** A group whose members only the account knows. What is set stays, whether they can be read or not. */
export const DynamicField = (props: FormField) => {
  const control = useControl(props)
  const { operation, connection } = usePanelNode()
  const members = useMembers(operation, control.path, connection?.id)
  const mode = useExpressionMode(control)
  const { ObjectField } = props.registry.fields
  if (mode.isOn) return <ReferenceField control={control} mode={mode} />
  const { label, value, property } = control
  const isSet = isRecord(value) && Object.keys(value).length > 0
  if (members.data?.properties.length === 0 && !isSet) return null
  const { description: _, ...plain } = property
  const refresh = connection && (
    <Tooltip label="Read the fields of the account again">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`Refresh ${label}`}
        loading={members.isFetching}
        onClick={() => void members.refetch()}
      >
        <IconRefresh size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <Section
      control={{ ...control, property: plain }}
      switches={
        <FieldSwitches control={control} mode={mode}>
          {refresh}
        </FieldSwitches>
      }
    >
      {!connection && (
        <Text size="sm" c="dimmed">
          Choose a connection on the Connection tab to see the fields of its account.
        </Text>
      )}
      {connection && members.isPending && (
        <Group gap="xs" role="status">
          <Loader size={14} aria-hidden />
          <Text size="sm" c="dimmed">
            Reading the fields of {connection.name}…
          </Text>
        </Group>
      )}
      {members.error && (
        <ErrorNotice problem={problemOf(members.error)} onRetry={() => void members.refetch()} />
      )}
      {members.data && ObjectField && (
        <Box className={classes.group}>
          <ObjectField {...props} />
          <MemberPicker control={control} />
        </Box>
      )}
      <OtherMembers control={control} members={members.data?.properties} />
    </Section>
  )
}
