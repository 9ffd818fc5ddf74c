import { ActionIcon, CopyButton, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './values.module.css'
import { referenceTo, shortText, type ValueNode } from './values.ts'

interface Props {
  readonly node: ValueNode
  readonly withType?: boolean
  /** Offers the path, as a reference. */
  readonly withCopy?: boolean
}

/** The name of a value, and the value. */
export const ValueLine = ({ node, withType = false, withCopy = false }: Props) => (
  <div className={classes.content}>
    <span className={classes.name}>{node.name}</span>
    {withType && (
      <Text span size="xs" c="dimmed" tt="lowercase">
        {node.type?.replace('_', ' ')}
      </Text>
    )}
    <span className={classes.value}>{node.value === undefined ? '' : shortText(node.value)}</span>
    {withCopy && (
      <CopyButton value={referenceTo(node.path)}>
        {({ copied, copy }) => (
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            tabIndex={-1}
            aria-label={`Copy the path ${node.path}`}
            title={copied ? 'Copied' : `Copy ${referenceTo(node.path)}`}
            onClick={event => {
              event.stopPropagation()
              copy()
            }}
          >
            {copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    )}
  </div>
)
