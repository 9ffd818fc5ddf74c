import { useMemo } from 'react'
import { Stack, Text } from '@mantine/core'
import type { Source } from '../../output/sources.ts'
import { ValueLine } from '../../output/ValueLine.tsx'
import { valueTreeOf } from '../../output/values.ts'
import { ValueTree } from '../../output/ValueTree.tsx'

/** Before a test: the declared output with made-up values. */
export const SampleOutput = ({ source, hasFailed }: { source: Source; hasFailed: boolean }) => {
  const nodes = useMemo(() => valueTreeOf(source).children, [source])
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {hasFailed ? 'No output yet: the test failed.' : 'Not tested yet.'} This is the output to
        expect, with sample values.
      </Text>
      <ValueTree
        label="Sample output"
        nodes={nodes}
        draw={node => <ValueLine node={node} withType />}
      />
    </Stack>
  )
}
