import { Anchor } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Notice } from '../shared/Notice.tsx'
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
    <Notice kind="info" flex="none" py="xs" icon={<IconBolt aria-hidden />} onClose={onClose}>
      <b>{name}</b> was {change}. {consequence(kind, change)}{' '}
      {change !== 'deleted' && kind.fires[change] && (
        <Anchor underline="always" component={Link} href="/runs" size="sm">
          See the runs
        </Anchor>
      )}
    </Notice>
  )
}
