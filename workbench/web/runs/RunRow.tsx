import { memo } from 'react'
import { Checkbox, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { RunSummary } from '../../api/index.ts'
import { count, duration, time } from '../shared/format.ts'
import { RunBadge } from '../shared/RunBadge.tsx'
import classes from './runs.module.css'

interface Props {
  readonly run: RunSummary
  readonly address: string
  readonly isOpen: boolean
  /** Where runs of several workflows are listed. */
  readonly workflow?: string | undefined
  /** Why it has stopped. */
  readonly reason: string | undefined
  readonly isChosen?: boolean
  readonly onChoose?: ((id: number, isChosen: boolean) => void) | undefined
}

export const RunRow = memo(
  ({ run, address, isOpen, workflow, reason, isChosen = false, onChoose }: Props) => {
    const { id, title, state, receivedAt } = run
    const at = time(receivedAt)
    return (
      <li className={classes.row} data-open={isOpen || undefined}>
        {onChoose && (
          <Checkbox
            size="xs"
            aria-label={`Select the run ${title ?? at}`}
            checked={isChosen}
            onChange={event => onChoose(id, event.currentTarget.checked)}
          />
        )}
        <Link href={address} className={classes.link} aria-current={isOpen ? 'true' : undefined}>
          <span className={classes.head}>
            <span className={classes.title} dir="auto">
              {title ?? at}
            </span>
            <RunBadge state={state} />
          </span>
          <span className={classes.facts}>
            {factsOf(run, title === null ? undefined : at, workflow)}
          </span>
          {/* A badge says what was cancelled by hand: that is no error. */}
          {reason !== undefined && state !== 'cancelled' && (
            <Text
              component="span"
              size="xs"
              c={state === 'skipped' ? 'dimmed' : 'var(--mantine-color-error)'}
              truncate
            >
              {reason}
            </Text>
          )}
        </Link>
      </li>
    )
  },
)

const factsOf = (run: RunSummary, at: string | undefined, workflow: string | undefined): string =>
  [
    at,
    workflow,
    run.kind === 'manual' && 'manual',
    run.endedAt !== null && duration(run.ms),
    count(run.tokenCost, 'token'),
    run.attempts > 1 && `${run.attempts} attempts`,
  ]
    .filter(Boolean)
    .join(' · ')
