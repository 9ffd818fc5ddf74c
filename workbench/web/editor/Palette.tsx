import { useMemo, useState } from 'react'
import { Button, ScrollArea, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { searchPalette, paletteOf } from '../workflow/palette.ts'
import { useEditor } from '../workflow/store.ts'
import { addOperation } from './actions.ts'
import classes from './Palette.module.css'
import { PaletteItem } from './PaletteItem.tsx'
import { useUiState } from './uiState.ts'

/** All operations, to be dragged onto the canvas or added by a click or Enter. */
export const Palette = ({ manifest }: { manifest: ComponentManifest }) => {
  const [search, setSearch] = useState('')
  const groups = useMemo(() => paletteOf(manifest), [manifest])
  const found = searchPalette(groups, search)
  return (
    <section className={classes.palette} aria-label="Operations">
      <Stack gap="xs" p="sm" pb="xs">
        <TextInput
          id="palette-search"
          aria-label="Search operations"
          placeholder="Search operations"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
          onKeyDown={event => {
            const first = found[0]?.entries[0]
            if (event.key !== 'Enter' || !search || !first) return
            addOperation(manifest, first)
            setSearch('')
          }}
        />
        <Place />
      </Stack>
      <ScrollArea flex={1} type="hover" scrollbars="y" scrollbarSize={8}>
        <Stack gap="md" p="sm" pt={0}>
          {found.map(({ title, entries }) => (
            <section key={title} aria-label={title}>
              <Title order={2} className={classes.group}>
                {title}
              </Title>
              <Stack gap={4}>
                {entries.map(entry => (
                  <PaletteItem key={entry.operation} manifest={manifest} entry={entry} />
                ))}
              </Stack>
            </section>
          ))}
          {found.length === 0 && (
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
