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

interface Look {
  readonly kind: string
  readonly icon: TablerIcon
}

/** By what an operation does. */
const looks: ReadonlyMap<string, Look> = new Map([
  ['create', { kind: 'trigger', icon: IconBolt }],
  ['change', { kind: 'trigger', icon: IconBolt }],
  ['get', { kind: 'read', icon: IconFileText }],
  ['list', { kind: 'read', icon: IconList }],
  ['search', { kind: 'read', icon: IconSearch }],
  ['add', { kind: 'write', icon: IconPlus }],
  ['findOrCreate', { kind: 'write', icon: IconSearch }],
  ['update', { kind: 'update', icon: IconPencil }],
  ['delete', { kind: 'delete', icon: IconTrash }],
])

const custom: Look = { kind: 'custom', icon: IconCode }

interface Props {
  /** Of the subject of an operation; absent on one that may do anything. */
  readonly verb: string | undefined
  readonly size: number
}

/** What an operation does, in a picture. */
export const OperationIcon = ({ verb = '', size }: Props) => {
  const { kind, icon: Icon } = looks.get(verb) ?? custom
  return (
    <span className={classes.tile} data-kind={kind} style={{ width: size, height: size }}>
      <Icon size={Math.round(size * 0.66)} stroke={1.8} aria-hidden />
    </span>
  )
}
