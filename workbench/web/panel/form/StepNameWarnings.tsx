import { Anchor, List } from '@mantine/core'
import { sentence } from '../../shared/format.ts'
import { Notice } from '../../shared/Notice.tsx'
import { editStep } from '../../workflow/editStep.ts'
import { useNameWarnings } from '../../workflow/nameWarnings.ts'
import { usePanelNode } from '../nodeContext.ts'

/** Custom fields of the step that were renamed or deleted since it was saved, and what to do. */
export const StepNameWarnings = () => {
  const { name } = usePanelNode()
  const warnings = useNameWarnings(name)
  if (warnings.length === 0) return null
  return (
    <Notice kind="warning" mb="md" title="Custom fields to check">
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
    </Notice>
  )
}
