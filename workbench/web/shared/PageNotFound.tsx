import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { EmptyState } from './EmptyState.tsx'
import { useTitle } from './useTitle.ts'

/** An address that no page has, such as one that was cut short. */
export const PageNotFound = () => {
  const [path] = useLocation()
  useTitle('Page not found')
  return (
    <EmptyState
      icon={<IconMapOff size={40} stroke={1.4} />}
      title="Page not found"
      order={1}
      action={
        <Button component={Link} href="/workflows">
          All workflows
        </Button>
      }
    >
      The workbench has no page at {path}. Check the address.
    </EmptyState>
  )
}
