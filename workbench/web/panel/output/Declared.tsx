import { useMemo } from 'react'
import { Stack, Text } from '@mantine/core'
import { pillOf } from '../data/pills.ts'
import { PillTree } from '../data/PillTree.tsx'
import type { Source } from '../data/sources.ts'
import { ValueLine } from './ValueLine.tsx'

/** Before a test: the declared output with made-up values. */
export const Declared = ({ source }: { source: Source }) => {
  const pills = useMemo(() => pillOf(source).children, [source])
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        Not tested yet. This is what comes out, with sample values.
      </Text>
      <PillTree
        label="Declared output"
        pills={pills}
        draw={pill => <ValueLine pill={pill} withType />}
      />
    </Stack>
  )
}
