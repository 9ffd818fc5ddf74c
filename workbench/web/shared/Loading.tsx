import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'

/** Stands where rows will, so that nothing jumps when they come. */
export const Loading = ({ rows = 4, height = 36 }: { rows?: number; height?: number }) => (
  <Stack gap="sm" p="md" role="status">
    <VisuallyHidden>Loading</VisuallyHidden>
    {Array.from({ length: rows }, (_, row) => (
      <Skeleton key={row} height={height} radius="md" />
    ))}
  </Stack>
)
