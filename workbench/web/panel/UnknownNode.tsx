import { Alert, Code, Text } from '@mantine/core'
import { useNodeType } from '../workflow/selectors.ts'

/** An imported workflow may have steps of other components. */
export const UnknownNode = ({ name }: { name: string }) => {
  const type = useNodeType(name)
  if (type === undefined) return null
  return (
    <Alert m="md" color="orange" title="No form for this step">
      <Text size="sm">
        <Code>{type}</Code> is not an operation of this component. Delete the step or replace it
        with one from the palette.
      </Text>
    </Alert>
  )
}
