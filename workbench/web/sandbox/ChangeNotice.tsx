import { Alert, Anchor } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { Link } from 'wouter'
import { consequence, type Change, type KindOfRecord } from './kinds.ts'

export interface Changed {
  readonly kind: KindOfRecord
  readonly name: string
  readonly change: Change
}

/** What has been done, and what it sets off. */
export const ChangeNotice = ({ changed, onClose }: { changed: Changed; onClose: () => void }) => {
  const { kind, name, change } = changed
  return (
    <Alert
      role="status"
      flex="none"
      py="xs"
      icon={<IconBolt aria-hidden />}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
    >
      <b>{name}</b> was {change}. {consequence(kind, change)}{' '}
      {change !== 'deleted' && kind.fires[change] && (
        <Anchor underline="always" component={Link} href="/runs" size="sm">
          See the runs
        </Anchor>
      )}
    </Alert>
  )
}
