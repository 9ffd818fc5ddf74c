import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: ReactNode
  readonly title: string
  /** What would stand here, and how it gets here. */
  readonly children: ReactNode
  readonly action?: ReactNode
}

export const EmptyState = ({ icon, title, children, action }: Props) => (
  <Stack align="center" gap="xs" py="xl" px="md" maw={440} mx="auto" ta="center">
    <Text c="dimmed" component="span" aria-hidden>
      {icon}
    </Text>
    <Title order={2} size="h3">
      {title}
    </Title>
    <Text size="sm" c="dimmed">
      {children}
    </Text>
    {action}
  </Stack>
)
