import { Anchor, Button, Group, List, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Link, useRoute } from 'wouter'
import type { Problem } from '../../api/index.ts'
import { sentence } from './format.ts'
import { nextStep } from './nextStep.ts'
import { Notice } from './Notice.tsx'

interface Props {
  readonly problem: Problem
  /** Shows a button to try again. */
  readonly onRetry?: (() => void) | undefined
  /** Opens a step that a problem is about. */
  readonly onOpen?: ((node: string) => void) | undefined
}

/** What has gone wrong, where, and what to do next. */
export const ErrorNotice = ({ problem, onRetry, onOpen }: Props) => {
  const [isThere] = useRoute('/connections')
  const hasLink = needsConnection(problem) && !isThere
  return (
    <Notice kind="error" title={titleOf(problem)}>
      {problem.problems &&
        (problem.problems.length > 1 || problem.problems[0]?.node !== undefined) && (
          <List size="sm" mb="xs">
            {problem.problems.map(({ path, problem, node }) => (
              <List.Item key={path + problem}>
                {node !== undefined && onOpen ? (
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    fw={600}
                    underline="always"
                    onClick={() => onOpen(node)}
                  >
                    {path}
                  </Anchor>
                ) : (
                  path && <b>{path}</b>
                )}
                {path && ': '}
                {problem}
              </List.Item>
            ))}
          </List>
        )}
      <Text size="sm">{nextStep(problem)}</Text>
      <Group gap="sm" mt={onRetry || hasLink ? 'sm' : 0}>
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
        {hasLink && (
          <Anchor component={Link} href="/connections" size="sm">
            Go to Connections
          </Anchor>
        )}
      </Group>
    </Notice>
  )
}

/** A field's own name stands as it is; a problem by itself begins like a sentence. */
const titleOf = ({ message, path }: Problem) => (path === undefined ? sentence(message) : message)

const needsConnection = ({ recovery }: Problem) =>
  recovery === 'reconnect' || recovery === 'add-scope'
