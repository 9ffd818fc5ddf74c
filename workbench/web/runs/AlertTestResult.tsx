import { Text } from '@mantine/core'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { Notice } from '../shared/Notice.tsx'
import type { useTestAlerts } from './alerts.ts'

const arrived = { webhook: 'The webhook accepted the test.', command: 'The command succeeded.' }

/** How the test of each channel went. */
export const AlertTestResult = ({ test }: { test: ReturnType<typeof useTestAlerts> }) => (
  <>
    {test.error && <ErrorNotice problem={problemOf(test.error)} />}
    {test.data?.map(({ channel, problem }) =>
      problem ? (
        <ErrorNotice key={channel} problem={problem} />
      ) : (
        <Notice key={channel} kind="success" p="xs">
          <Text size="sm">{arrived[channel]}</Text>
        </Notice>
      ),
    )}
  </>
)
