import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core'
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Problem } from '../../api/index.ts'
import { nextStep } from './nextStep.ts'

interface Props {
  readonly problem: Problem
  /** Shows a button to try again. */
  readonly onRetry?: (() => void) | undefined
}

/** What has gone wrong, where, and what to do next. */
export const ErrorNotice = ({ problem, onRetry }: Props) => (
  <Alert color="red" icon={<IconAlertCircle aria-hidden />} title={problem.message} role="alert">
    {problem.problems && problem.problems.length > 1 && (
      <List size="sm" mb="xs">
        {problem.problems.map(({ path, problem }) => (
          <List.Item key={path + problem}>
            {path && <b>{path}: </b>}
            {problem}
          </List.Item>
        ))}
      </List>
    )}
    <Text size="sm">{nextStep(problem)}</Text>
    <Group gap="sm" mt={onRetry || needsConnection(problem) ? 'sm' : 0}>
      {onRetry && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={onRetry}
        >
          Try again
        </Button>
      )}
      {needsConnection(problem) && (
        <Anchor component={Link} href="/connections" size="sm">
          Go to Connections
        </Anchor>
      )}
    </Group>
  </Alert>
)

const needsConnection = ({ recovery }: Problem) =>
  recovery === 'reconnect' || recovery === 'add-scope'
