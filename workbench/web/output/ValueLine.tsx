import { Text } from '@mantine/core'
import classes from './values.module.css'
import { shortText, type ValueNode } from './values.ts'

/** The name of a value, and the value. */
export const ValueLine = ({ node, withType = false }: { node: ValueNode; withType?: boolean }) => (
  <div className={classes.content}>
    <span className={classes.name}>{node.name}</span>
    {withType && (
      <Text span size="xs" c="dimmed" tt="lowercase">
        {node.type?.replace('_', ' ')}
      </Text>
    )}
    <span className={classes.value}>{node.value === undefined ? '' : shortText(node.value)}</span>
  </div>
)
