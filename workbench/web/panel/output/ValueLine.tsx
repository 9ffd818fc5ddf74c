import { Text } from '@mantine/core'
import { shortly, type Pill } from '../data/pills.ts'
import classes from '../data/data.module.css'

/** The name of a value, and the value. */
export const ValueLine = ({ pill, withType = false }: { pill: Pill; withType?: boolean }) => (
  <div className={classes.content}>
    <span className={classes.name}>{pill.name}</span>
    {withType && (
      <Text span size="xs" c="dimmed" tt="lowercase">
        {pill.type?.replace('_', ' ')}
      </Text>
    )}
    <span className={classes.value}>{pill.value === undefined ? '' : shortly(pill.value)}</span>
  </div>
)
