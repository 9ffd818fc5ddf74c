import { useEffect, useState } from 'react'
import { CloseButton, Group, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useWorkflows } from '../shared/queries.ts'
import { rangeFilters, rangeIn, stateFilters, stateIn, type Filters } from './filters.ts'

interface Props {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
}

const choicesOf = (filters: Readonly<Record<string, { readonly label: string }>>) =>
  Object.entries(filters).map(([value, { label }]) => ({ value, label }))

/** Narrows the list of runs; the address of the page holds what is chosen. */
export const RunFilters = ({ filters, onChange }: Props) => {
  const { data: workflows = [] } = useWorkflows()
  return (
    <Stack gap="xs">
      <Search
        // What is given by the address shows in the field.
        key={filters.search === undefined ? 'empty' : 'given'}
        search={filters.search ?? ''}
        onSearch={search => onChange({ search: search || undefined })}
      />
      <Select
        aria-label="Workflow"
        placeholder="All workflows"
        clearable
        searchable={workflows.length > 10}
        data={workflows.map(({ id, label }) => ({ value: id, label: label || 'Untitled' }))}
        value={filters.workflow ?? null}
        onChange={workflow => onChange({ workflow: workflow ?? undefined })}
      />
      <Group gap="xs" grow>
        <Select
          aria-label="State"
          placeholder="Any state"
          clearable
          data={choicesOf(stateFilters)}
          value={filters.state ?? null}
          onChange={state => onChange({ state: stateIn(state) })}
        />
        <Select
          aria-label="Time"
          placeholder="Any time"
          clearable
          data={choicesOf(rangeFilters)}
          value={filters.range ?? null}
          onChange={range => onChange({ range: rangeIn(range) })}
        />
      </Group>
    </Stack>
  )
}

const debounceMs = 300

const Search = ({ search, onSearch }: { search: string; onSearch: (text: string) => void }) => {
  const [typed, setTyped] = useState(search)
  const [settled] = useDebouncedValue(typed.trim(), debounceMs)
  useEffect(() => {
    if (settled !== search) onSearch(settled)
  }, [settled, search, onSearch])
  return (
    <TextInput
      type="search"
      aria-label="Search runs"
      placeholder="Search events and errors"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton size="sm" aria-label="Clear search" onClick={() => setTyped('')} />
        )
      }
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
    />
  )
}
