import { useState } from 'react'
import { Anchor, Box, Code, CopyButton, Group, Text } from '@mantine/core'

const linesShown = 200

/** Any value as JSON; long ones are cut, and say so. */
export const Json = ({ label, value }: { label: string; value: unknown }) => {
  const [whole, showWhole] = useState(false)
  const text = JSON.stringify(value, null, 2) ?? 'nothing'
  const rows = text.split('\n')
  const cut = !whole && rows.length > linesShown
  return (
    <Box>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Anchor component="button" size="xs" onClick={copy} aria-label={`Copy: ${label}`}>
              {copied ? 'Copied' : 'Copy'}
            </Anchor>
          )}
        </CopyButton>
      </Group>
      <Code block fz="xs" mah={320} tabIndex={0} role="region" aria-label={label}>
        {cut ? rows.slice(0, linesShown).join('\n') : text}
      </Code>
      {cut && (
        <Anchor component="button" size="xs" onClick={() => showWhole(true)}>
          {`Show all (${rows.length - linesShown} more lines)`}
        </Anchor>
      )}
    </Box>
  )
}
