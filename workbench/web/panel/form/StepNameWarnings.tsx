import { Alert, Anchor, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { sentence } from '../../shared/format.ts'
import { editStep } from '../../workflow/editStep.ts'
import { useNameWarnings } from '../../workflow/nameWarnings.ts'
import { usePanelNode } from '../nodeContext.ts'

/** Custom fields of the step that were renamed or deleted since it was saved, and what to do. */
export const StepNameWarnings = () => {
  const { name } = usePanelNode()
  const warnings = useNameWarnings(name)
  if (warnings.length === 0) return null
  return (
    <Alert
      role="status"
      color="orange"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
      title="Custom fields to check"
    >
      <List size="sm" listStyleType="none" spacing="xs">
        {warnings.map(({ path, problem }) => (
          <List.Item key={path + problem}>
            {sentence(problem)}.{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => editStep(name, path)}>
              Show the field
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
