import { useMemo, useRef, useState } from 'react'
import {
  Button,
  CloseButton,
  Group,
  ScrollArea,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { moveFocus } from '../shared/arrowKeys.ts'
import { paletteOf, type PaletteEntry, type PaletteGroup } from '../workflow/palette.ts'
import { searchPalette } from '../workflow/searchPalette.ts'
import { useEditor } from '../workflow/store.ts'
import { addOperation } from './actions.ts'
import classes from './Palette.module.css'
import { PaletteItem } from './PaletteItem.tsx'
import { useUiState } from './uiState.ts'

/** What is shown: all groups, or what a search has found, without triggers where a step is wanted. */
const useShown = (manifest: ComponentManifest, search: string): readonly PaletteGroup[] => {
  const wantsStep = useUiState(ui => ui.gap !== undefined)
  const groups = useMemo(() => {
    const all = paletteOf(manifest)
    return wantsStep ? all.filter(({ entries }) => entries[0]?.kind === 'task') : all
  }, [manifest, wantsStep])
  return useMemo(() => {
    if (search.trim() === '') return groups
    const found = searchPalette(groups, search)
    return found.length > 0 ? [{ title: 'Best matches', entries: found }] : []
  }, [groups, search])
}

const close = () => useUiState.setState({ isPaletteOpen: false, gap: undefined })

const stops = 'input, [data-palette-item]'

/** All operations, to be dragged onto the canvas or added by a click or Enter. */
export const Palette = ({ manifest }: { manifest: ComponentManifest }) => {
  const [search, setSearch] = useState('')
  const shown = useShown(manifest, search)
  const section = useRef<HTMLElement>(null)
  const first = shown[0]?.entries[0]
  const isOpen = useUiState(ui => ui.isPaletteOpen || ui.gap !== undefined)
  const add = (entry: PaletteEntry) => {
    addOperation(manifest, entry)
    setSearch('')
  }
  return (
    <section
      ref={section}
      className={classes.palette}
      data-open={isOpen || undefined}
      aria-label="Operations"
      onKeyDown={event => section.current && moveFocus(event, section.current, stops)}
    >
      <Stack gap="xs" p="sm" pb="xs">
        <Group justify="space-between" className={classes.head ?? ''}>
          <Text fw={600}>Operations</Text>
          <CloseButton aria-label="Close the operations" onClick={close} />
        </Group>
        <TextInput
          id="palette-search"
          aria-label="Search operations"
          aria-description="Enter adds the first one; the arrow keys lead through the list"
          placeholder="Search operations"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && search.trim() !== '' && first) add(first)
          }}
        />
        <Place />
      </Stack>
      <ScrollArea flex={1} type="hover" scrollbars="y" scrollbarSize={8}>
        <Stack gap="md" p="sm" pt={0}>
          {shown.map(({ title, entries }) => (
            <section key={title} aria-label={title}>
              <Title order={2} className={classes.group}>
                {title}
              </Title>
              <Stack gap={4}>
                {entries.map(entry => (
                  <PaletteItem
                    key={entry.operation}
                    entry={entry}
                    isFirst={entry === first}
                    onAdd={add}
                  />
                ))}
              </Stack>
            </section>
          ))}
          {shown.length === 0 && (
            <Text size="sm" c="dimmed" role="status">
              No operations match “{search}”. Use Custom Action to call any other endpoint.
            </Text>
          )}
        </Stack>
      </ScrollArea>
    </section>
  )
}

/** Says where the next operation goes, once a + on the canvas has been pressed. */
const Place = () => {
  const gap = useUiState(ui => ui.gap)
  const next = useEditor(({ workflow }) => workflow?.definition.tasks[gap ?? -1]?.label)
  if (gap === undefined) return null
  return (
    <Text size="xs" role="status">
      {next ? `Choose a step to add before “${next}”.` : 'Choose a step to add at the end.'}{' '}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => useUiState.setState({ gap: undefined })}
      >
        Cancel
      </Button>
    </Text>
  )
}
