import { Anchor, List } from '@mantine/core'
import { count } from '../shared/format.ts'
import { Notice } from '../shared/Notice.tsx'
import { editStep } from '../workflow/editStep.ts'
import { nodeIn, useEditor } from '../workflow/store.ts'

const maxShown = 6

/** Custom fields and options whose names in Pipedrive are not those in the workflow any more. */
export const NameWarnings = () => {
  const warnings = useEditor(({ workflow }) => workflow?.warnings) ?? []
  if (warnings.length === 0) return null
  const more = warnings.length - maxShown
  return (
    <Notice kind="warning" title="Custom fields to check">
      <List size="sm">
        {warnings.slice(0, maxShown).map(({ node, path, problem }) => (
          <List.Item key={`${node} ${path} ${problem}`}>
            {node !== '' && <StepLink name={node} path={path} />}
            {problem}
          </List.Item>
        ))}
        {more > 0 && <List.Item>and {count(more, 'more', 'more')}</List.Item>}
      </List>
    </Notice>
  )
}

const StepLink = ({ name, path }: { name: string; path: string }) => {
  const label = useEditor(editor => nodeIn(editor, name)?.label) ?? name
  return (
    <>
      <Anchor component="button" size="sm" onClick={() => editStep(name, path)}>
        {label}
      </Anchor>
      {': '}
    </>
  )
}
