import {
  IconBolt,
  IconCode,
  IconFileText,
  IconList,
  IconPencil,
  IconPlus,
  IconSearch,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react'
import classes from './OperationIcon.module.css'

/** By the verb that the name of an operation begins with. */
const icons: readonly (readonly [pattern: RegExp, kind: string, icon: TablerIcon])[] = [
  [/^(new|updated)/, 'trigger', IconBolt],
  [/^get\w+Details$/, 'read', IconFileText],
  [/^get/, 'read', IconList],
  [/^search/, 'read', IconSearch],
  [/^add/, 'write', IconPlus],
  [/^findOrCreate/, 'write', IconSearch],
  [/^update/, 'update', IconPencil],
  [/^delete/, 'delete', IconTrash],
]

/** What an operation does, in a picture. */
export const OperationIcon = ({ operation, size }: { operation: string; size: number }) => {
  const [, kind, Icon] = icons.find(([pattern]) => pattern.test(operation)) ?? [
    undefined,
    'custom',
    IconCode,
  ]
  return (
    <span className={classes.tile} data-kind={kind} style={{ width: size, height: size }}>
      <Icon size={Math.round(size * 0.66)} stroke={1.8} aria-hidden />
    </span>
  )
}
