import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useComponent } from '../shared/component.ts'
import type { RecordLink } from './recordLinks.ts'

interface Props {
  readonly link: RecordLink | undefined
  /** In a table, its number stands for the words. */
  readonly row?: number
}

/** Leads to a record: on the Sandbox page, or in the account. */
export const RecordAnchor = ({ link, row }: Props) => {
  const { data: manifest } = useComponent()
  if (!link) return null
  const place = link.inSandbox ? 'Show in Sandbox' : `Open in ${manifest?.title ?? 'the account'}`
  const text = row === undefined ? place : row
  const look =
    row === undefined
      ? { size: 'sm' }
      : { inherit: true, title: place, 'aria-label': `${row}: ${place}` }
  return link.inSandbox ? (
    <Anchor component={Link} href={link.href} underline="always" {...look}>
      {text}
    </Anchor>
  ) : (
    <Anchor href={link.href} target="_blank" rel="noreferrer" underline="always" {...look}>
      {text}
    </Anchor>
  )
}
