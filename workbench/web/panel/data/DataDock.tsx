import { memo, useMemo, useState } from 'react'
import { Badge, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import type { Source } from '../../output/sources.ts'
import { filterValues, valueTreeOf, referenceTo, type ValueNode } from '../../output/values.ts'
import { ValueTree } from '../../output/ValueTree.tsx'
import { usePanelNode } from '../nodeContext.ts'
import classes from './data.module.css'
import { InsertablePill } from './InsertablePill.tsx'
import { useInsertTarget } from './insertTarget.ts'

/** What earlier nodes put out, to be put into the fields above. */
export const DataDock = memo(() => {
  const { sources } = usePanelNode()
  const [isOpen, setOpen] = useLocalStorage({
    key: 'data-dock-open',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const [filter, setFilter] = useState('')
  const target = useInsertTarget(({ target }) => target)
  const pills = useMemo(() => sources.map(source => valueTreeOf(source)), [sources])
  const found = useMemo(() => filterValues(pills, filter), [pills, filter])
  if (sources.length === 0) return null
  const insert = ({ path }: ValueNode) => target?.insert(referenceTo(path))
  const badgeOf = ({ path }: ValueNode) => {
    const source = sources.find(({ name }) => name === path)
    return source && <OriginBadge origin={source.origin} />
  }
  const Chevron = isOpen ? IconChevronDown : IconChevronUp
  return (
    <section className={classes.dock} aria-label="Data from earlier steps">
      <UnstyledButton
        className={classes.dockHead}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={16} aria-hidden />
        <Text size="sm" fw={600}>
          Data from earlier steps
        </Text>
        {isOpen && (
          <Text size="xs" c="dimmed" ml="auto" truncate role="status">
            {target ? `Inserts into ${target.label}` : 'Click a field first'}
          </Text>
        )}
      </UnstyledButton>
      {isOpen && (
        <div className={classes.dockBody}>
          <TextInput
            size="xs"
            aria-label="Filter the data"
            placeholder="Filter"
            leftSection={<IconSearch size={14} aria-hidden />}
            value={filter}
            onChange={event => setFilter(event.currentTarget.value)}
          />
          <div className={classes.pills}>
            {found.length === 0 && (
              <Text size="xs" c="dimmed" p="xs">
                No matches
              </Text>
            )}
            <ValueTree
              key={filter}
              label="Values of earlier steps"
              nodes={found}
              isOpen={filter.trim() !== ''}
              draw={pill => <InsertablePill pill={pill} onInsert={insert} badge={badgeOf(pill)} />}
              onEnter={insert}
            />
          </div>
        </div>
      )}
    </section>
  )
})

const origins: Record<Source['origin'], { readonly label: string; readonly color: string }> = {
  test: { label: 'Last test', color: 'green' },
  pinned: { label: 'Pinned', color: 'blue' },
  sample: { label: 'Sample values', color: 'gray' },
  disabled: { label: 'Disabled', color: 'gray' },
}

const OriginBadge = ({ origin }: Pick<Source, 'origin'>) => (
  <Badge size="xs" tt="none" variant="light" color={origins[origin].color}>
    {origins[origin].label}
  </Badge>
)
