import { ActionIcon, Button, Stack, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils'
import { useExpressionMode } from './expressionMode.ts'
import { FieldSwitches } from './FieldSwitches.tsx'
import classes from './fields.module.css'
import { ReferenceField } from './ReferenceField.tsx'
import { Section } from './Section.tsx'
import { useControl, type FormField } from './useControl.ts'

/** A list whose rows the user adds, removes and puts in order. */
export const ListField = (props: FormField) => {
  const control = useControl(props)
  const mode = useExpressionMode(control)
  const { ArrayField } = props.registry.fields
  if (mode.isOn) return <ReferenceField control={control} mode={mode} />
  if (!ArrayField) return null
  return (
    <Section control={control} switches={<FieldSwitches control={control} mode={mode} />}>
      <ArrayField {...props} />
    </Section>
  )
}

export const ListTemplate = ({
  items,
  onAddClick,
  uiSchema,
  title,
}: ArrayFieldTemplateProps<unknown>) => {
  const label: unknown = uiSchema?.['ui:placeholder']
  return (
    <Stack gap="xs" align="stretch">
      {items}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={onAddClick}
        style={{ alignSelf: 'flex-start' }}
      >
        {typeof label === 'string' ? label : `Add to ${title}`}
      </Button>
    </Stack>
  )
}

export const RowTemplate = ({ children, buttonsProps }: ArrayFieldItemTemplateProps<unknown>) => {
  const { index, hasMoveUp, hasMoveDown, onMoveUpItem, onMoveDownItem, onRemoveItem } = buttonsProps
  const row = `row ${index + 1}`
  return (
    <div className={classes.row} role="group" aria-label={row}>
      <div className={classes.rowContent}>{children}</div>
      <Stack gap={2}>
        <RowButton label={`Remove ${row}`} icon={IconTrash} onClick={onRemoveItem} />
        {(hasMoveUp || hasMoveDown) && (
          <>
            <RowButton
              label={`Move ${row} up`}
              icon={IconArrowUp}
              onClick={onMoveUpItem}
              disabled={!hasMoveUp}
            />
            <RowButton
              label={`Move ${row} down`}
              icon={IconArrowDown}
              onClick={onMoveDownItem}
              disabled={!hasMoveDown}
            />
          </>
        )}
      </Stack>
    </div>
  )
}

interface RowButtonProps {
  readonly label: string
  readonly icon: typeof IconTrash
  readonly onClick: () => void
  readonly disabled?: boolean
}

const RowButton = ({ label, icon: Icon, onClick, disabled = false }: RowButtonProps) => (
  <Tooltip label={label}>
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={15} aria-hidden />
    </ActionIcon>
  </Tooltip>
)
