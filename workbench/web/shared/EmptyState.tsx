import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: ReactNode
  readonly title: string
  /** What would stand here, and how it gets here. */
  readonly children: ReactNode
  readonly action?: ReactNode
  /** 1 where it is all that the page has. */
  readonly order?: 1 | 2
}

export const EmptyState = ({ icon, title, children, action, order = 2 }: Props) => (
  <Stack align="center" gap="xs" py="xl" px="md" maw={440} mx="auto" ta="center">
    <Text c="dimmed" component="span" aria-hidden>
      {icon}
    </Text>
    <Title order={order} size="h3">
      {title}
    </Title>
    <Text size="sm" c="dimmed">
      {children}
    </Text>
    {action}
  </Stack>
)
