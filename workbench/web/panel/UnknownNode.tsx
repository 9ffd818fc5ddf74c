import { Alert, Code, Text } from '@mantine/core'
import type { NodeJson } from '../../api/index.ts'

/** An imported workflow may have steps of other components. */
export const UnknownNode = ({ node }: { node: NodeJson }) => (
  <Alert m="md" color="orange" title="There is no form for this step">
    <Text size="sm">
      <Code>{node.type}</Code> is not an operation of this component. Remove the step, or put one of
      the palette in its place.
    </Text>
  </Alert>
)
